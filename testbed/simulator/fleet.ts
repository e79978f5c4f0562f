/**
 * Which instances an application has, had and will have: each from the beginning of its creation until it is
 * gone. All of it follows from the application, its change orders and the incidents; nothing from the moment
 * at which somebody looks. `instances.ts` says what each of them shows at such a moment.
 */
import type { Application, Group } from './application.ts';
import { groupsOf } from './application.ts';
import type { BatchRun, StartUp } from './batch-run.ts';
import { USUAL_DRAIN_MS, batchRunsOf, batchStartUp, drainMsOf, startUp, troubleOf } from './batch-run.ts';
import type { ChangeOrder } from './change-order.ts';
import { pipelineIdOf } from './change-order.ts';
import type { Incident } from './incident.ts';
import type { Release } from './release.ts';
import { DEMO_RELEASE, PREVIOUS_RELEASE } from './release.ts';
import { stableId } from './stable-id.ts';
import { HOUR_MS, SECOND_MS } from './story-time.ts';

/** One instance and the whole of its life. Times in story ms. */
export interface Instance {
  readonly id: string;
  readonly groupId: string;
  /** The place that it holds in its group, numbered from 0. */
  readonly place: number;
  /** When its creation began. */
  readonly createdAtMs: number;
  /** From here on it is `Terminating`; `Infinity` where it stays. */
  readonly terminatesAtMs: number;
  /** From here on nobody lists it. */
  readonly goneAtMs: number;
  /** The start that its creation is, and one for each update in place; never empty. */
  readonly starts: readonly StartUp[];
  /** The batch that created it, where a change order did. */
  readonly madeBy?: { readonly order: ChangeOrder; readonly batch: number; readonly pipelineId: string };
}

/** A value that holds from a moment on, in story ms, until the next one. */
interface Step<Value> {
  readonly atMs: number;
  readonly value: Value;
}

/** The instances of an application through all of its story. */
export interface Fleet {
  readonly app: Application;
  readonly groups: readonly Group[];
  /** Group by group, place by place, in each the oldest first. */
  readonly instances: readonly Instance[];
  readonly incidents: readonly Incident[];
  /** `Replicas` of this group at this story time: how many instances it should have. */
  readonly replicasAt: (groupId: string, storyMs: number) => number;
  /** What new instances were made of at this story time. */
  readonly releaseAt: (storyMs: number) => Release;
  /** Whether a person has stopped or deleted the application and nobody has started it since. */
  readonly isStoppedAt: (storyMs: number) => boolean;
}

/** What an order of this type does to instances; one of any other type leaves them as they are. */
const EFFECTS: Readonly<Record<string, 'renews' | 'starts' | 'scales' | 'stops'>> = {
  CoDeploy: 'renews',
  CoRollback: 'renews',
  CoDeployHistroy: 'renews',
  CoRescaleApplicationVertically: 'renews',
  CoRestartApplication: 'renews',
  CoRestartInstances: 'renews',
  CoCreateApp: 'starts',
  CoStart: 'starts',
  CoStartApplication: 'starts',
  CoBatchStartApplication: 'starts',
  CoScaleOut: 'scales',
  CoScaleIn: 'scales',
  CoScaleInAppWithInstances: 'scales',
  CoDeleteInstances: 'scales',
  CoStop: 'stops',
  CoStopApplication: 'stops',
  CoBatchStopApplication: 'stops',
  CoDeleteApp: 'stops',
};

/** What an order of this type brings, where the order itself does not say. */
const RELEASES: Readonly<Record<string, Release>> = {
  CoDeploy: DEMO_RELEASE,
  CoCreateApp: DEMO_RELEASE,
  CoRollback: PREVIOUS_RELEASE,
  CoDeployHistroy: PREVIOUS_RELEASE,
};

const AUTOSCALED_START_UP_MS = 20 * SECOND_MS;

/**
 * The fleet of an application.
 *
 * @param orders those of the application, in any order
 * @param incidents those of all applications
 */
export function fleetOf(
  app: Application,
  orders: readonly ChangeOrder[],
  incidents: readonly Incident[] = [],
): Fleet {
  const ours = incidents.filter(({ appId }) => appId === app.id);
  const byAge = [...orders].sort((left, right) => left.createdAtMs - right.createdAtMs);
  const book = new FleetBook(app, byAge[0]);
  const happenings = [
    ...byAge.flatMap(batchRunsOf).map(run => ({
      atMs: run.startMs,
      happen: () => {
        book.runBatch(run);
      },
    })),
    ...ours.map(incident => ({
      atMs: incident.atMs,
      happen: () => {
        book.befall(incident);
      },
    })),
  ];
  happenings.sort((left, right) => left.atMs - right.atMs);
  for (const { happen } of happenings) happen();
  return book.fleet(ours);
}

type Draft = { -readonly [Field in keyof Instance]: Instance[Field] } & { starts: StartUp[] };

/** A group while its story is told. */
interface GroupBook {
  readonly group: Group;
  readonly replicas: Step<number>[];
  /** Who holds each place now. */
  readonly holders: (Draft | undefined)[];
}

/** Tells the story of a fleet from its beginning on, one happening after the other. */
class FleetBook {
  readonly #app: Application;
  readonly #groups: readonly GroupBook[];
  readonly #instances: Draft[] = [];
  readonly #releases: Step<Release>[];
  readonly #stopped: Step<boolean>[] = [{ atMs: -Infinity, value: false }];
  /** What made the instances that are made now: they bear it in their names. */
  #version = 'the version before';

  constructor(app: Application, oldest: ChangeOrder | undefined) {
    this.#app = app;
    const release = app.release ?? PREVIOUS_RELEASE;
    this.#releases = [{ atMs: -Infinity, value: release }];
    // A day old: nothing that is asked about began before them.
    const atMs = Math.min(0, oldest?.createdAtMs ?? 0) - 24 * HOUR_MS;
    const isNew = oldest?.coTypeCode === 'CoCreateApp';
    this.#groups = groupsOf(app).map(group => {
      const replicas = isNew ? 0 : group.replicas;
      return { group, replicas: [{ atMs: -Infinity, value: replicas }], holders: [] };
    });
    for (const book of this.#groups) this.#fill(book, startUp(release, atMs, AUTOSCALED_START_UP_MS));
  }

  fleet(incidents: readonly Incident[]): Fleet {
    const groups = this.#groups.map(({ group }) => group);
    const numberOf = (groupId: string): number => groups.findIndex(({ id }) => id === groupId);
    return {
      app: this.#app,
      groups,
      incidents,
      instances: this.#instances.sort(
        (left, right) =>
          numberOf(left.groupId) - numberOf(right.groupId) ||
          left.place - right.place ||
          left.createdAtMs - right.createdAtMs,
      ),
      replicasAt: (groupId, storyMs) =>
        valueAt(this.#groups.find(({ group }) => group.id === groupId)?.replicas ?? [], storyMs) ?? 0,
      releaseAt: storyMs => valueAt(this.#releases, storyMs) ?? PREVIOUS_RELEASE,
      isStoppedAt: storyMs => valueAt(this.#stopped, storyMs) ?? false,
    };
  }

  /** A batch of a change order begins. */
  runBatch(run: BatchRun): void {
    const effect = EFFECTS[run.order.coTypeCode];
    if (effect === undefined) return;
    if (run.batch === 1) this.#begin(run, effect);
    for (const book of this.#groups) {
      if (effect === 'stops') this.#stop(book, run);
      else if (effect === 'scales') this.#resize(book, run);
      else this.#renew(book, run);
    }
  }

  /** Something befalls the fleet or one of its instances. What only changes an instance's looks is not seen here. */
  befall(incident: Incident): void {
    const book = this.#groups.find(({ group }) => group.id === incident.groupId);
    if (book === undefined) return;
    const { atMs } = incident;
    if (incident.kind === 'scales') {
      book.replicas.push({ atMs, value: incident.replicas });
      this.#end(book, incident.replicas, atMs);
      this.#fill(book, startUp(this.#release, atMs, AUTOSCALED_START_UP_MS));
    } else if (incident.kind === 'evicted') {
      const { place, replacedAfterMs, startUpMs } = incident;
      terminate(book.holders[place], atMs, USUAL_DRAIN_MS);
      this.#create(book, place, startUp(this.#release, atMs + replacedAfterMs, startUpMs));
    }
  }

  get #release(): Release {
    return this.#releases.at(-1)?.value ?? PREVIOUS_RELEASE;
  }

  /** The first batch of an order decides what is made from now on, and how many. */
  #begin({ order, startMs: atMs }: BatchRun, effect: 'renews' | 'starts' | 'scales' | 'stops'): void {
    const release = order.release ?? RELEASES[order.coTypeCode];
    if (release !== undefined) this.#releases.push({ atMs, value: release });
    if (effect === 'renews' || effect === 'starts') this.#version = order.id;
    if (effect === 'starts' || effect === 'stops') this.#stopped.push({ atMs, value: effect === 'stops' });
    for (const { group, replicas } of this.#groups) {
      const own = group.id === this.#app.groupId ? order.replicas : undefined;
      const usual = { starts: group.replicas, stops: 0, renews: undefined, scales: undefined }[effect];
      const value = own ?? usual;
      if (value !== undefined) replicas.push({ atMs, value });
    }
  }

  /** Puts new instances into the places of a batch, or a new release into the old ones. */
  #renew(book: GroupBook, run: BatchRun): void {
    const { order, batch, startMs } = run;
    if (order.renewal === 'none') return;
    const count = wanted(book);
    const places = placesOf(batch, count, order.timeline.batchCount);
    for (const [index, place] of places.entries()) {
      const holder = book.holders[place];
      const trouble = troubleOf(run, place);
      if (order.renewal === 'in-place' && holder) {
        holder.starts.push({ ...batchStartUp(this.#release, startMs, run), ...trouble });
        continue;
      }
      terminate(holder, startMs + (order.overlapMs ?? 0), drainMsOf(run));
      // Not all in the same moment, and none before its batch.
      const atMs = startMs + Math.min(index * 500, (run.endMs - startMs) / 10);
      this.#create(book, place, { ...batchStartUp(this.#release, atMs, run), ...trouble }, run);
    }
    if (batch === order.timeline.batchCount) this.#end(book, count, startMs, drainMsOf(run));
  }

  /** Adds or takes away what the new number of instances asks for; later batches find nothing left to do. */
  #resize(book: GroupBook, run: BatchRun): void {
    this.#end(book, wanted(book), run.startMs, drainMsOf(run));
    this.#fill(book, batchStartUp(this.#release, run.startMs, run), run);
  }

  #stop(book: GroupBook, run: BatchRun): void {
    for (const place of placesOf(run.batch, book.holders.length, run.order.timeline.batchCount)) {
      terminate(book.holders[place], run.startMs, drainMsOf(run));
      book.holders[place] = undefined;
    }
  }

  /** Ends whoever holds the places from this one on. */
  #end(book: GroupBook, fromPlace: number, atMs: number, drainMs = USUAL_DRAIN_MS): void {
    for (const holder of book.holders.splice(fromPlace)) terminate(holder, atMs, drainMs);
  }

  /** Creates an instance for each place that should be held and is not. */
  #fill(book: GroupBook, start: StartUp, run?: BatchRun): void {
    for (let place = 0; place < wanted(book); place += 1) {
      if (book.holders[place]) continue;
      this.#create(book, place, run ? { ...start, ...troubleOf(run, place) } : start, run);
    }
  }

  #create(book: GroupBook, place: number, start: StartUp, run?: BatchRun): void {
    const { id: groupId } = book.group;
    const instance: Draft = {
      id: this.#instanceId(groupId, place, start.atMs),
      groupId,
      place,
      createdAtMs: start.atMs,
      terminatesAtMs: Infinity,
      goneAtMs: Infinity,
      starts: [start],
      ...(run
        ? {
            madeBy: {
              order: run.order,
              batch: run.batch,
              pipelineId: pipelineIdOf(run.order.id, run.batch),
            },
          }
        : {}),
    };
    book.holders[place] = instance;
    this.#instances.push(instance);
  }

  /** `<app name>-<app id>-<hash of the version>-<five letters>`, as SAE names them. */
  #instanceId(groupId: string, place: number, atMs: number): string {
    const { id, name } = this.#app;
    const hash = stableId(`${id}/${this.#version}`).slice(0, 8);
    return `${name}-${id}-${hash}-${stableId(`${this.#version}/${groupId}/${place}/${atMs}`).slice(0, 5)}`;
  }
}

function wanted({ replicas }: GroupBook): number {
  return replicas.at(-1)?.value ?? 0;
}

function valueAt<Value>(steps: readonly Step<Value>[], storyMs: number): Value | undefined {
  return steps.findLast(({ atMs }) => atMs <= storyMs)?.value;
}

/** The places that a batch (numbered from 1) is about, where so many batches share so many places. */
function placesOf(batch: number, count: number, batchCount: number): readonly number[] {
  const places = Array.from({ length: count }, (_, place) => place);
  return places.filter(place => Math.floor((place * batchCount) / count) + 1 === batch);
}

function terminate(instance: Draft | undefined, atMs: number, drainMs: number): void {
  if (!instance) return;
  instance.terminatesAtMs = atMs;
  // One that has not been created by then never will be.
  instance.goneAtMs = instance.createdAtMs > atMs ? atMs : atMs + drainMs;
}
