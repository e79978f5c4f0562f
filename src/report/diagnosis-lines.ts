import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Words } from '../words/words.ts';
import { gapText, isEmpty } from './diagnosis-text.ts';

/** A diagnosis as plain lines for a log, that of an instance at the end. Pure. */
export function diagnosisLines(diagnosis: Diagnosis, words: Words): readonly string[] {
  const { batch, tasks, instances, unhealthyCount, events, causes, gaps } = diagnosis;
  const said = words.diagnosis;
  const left = unhealthyCount > instances.length;
  return [
    ...(batch === undefined ? [] : [said.batch(batch)]),
    ...(isEmpty(diagnosis) ? [said.nothing] : []),
    ...tasks.map(task => said.task(task)),
    ...causes.map(cause => `${said.adviceLabel}${words.colon}${said.advice[cause]}`),
    ...(left ? [`${said.instances(instances.length, unhealthyCount)}:`] : []),
    ...instances.map(instance => said.instance(instance)),
    ...events.map(event => said.event(event)),
    ...gaps.map(gap => `${said.gaps}${words.colon}${gapText(gap, words)}`),
    ...logLines(diagnosis, words),
  ];
}

function logLines({ log }: Diagnosis, { diagnosis: said }: Words): readonly string[] {
  if (log === undefined) return [];
  const lines = log.lines.length === 0 ? [said.emptyLog] : log.lines;
  return [`${said.log(log.instanceId, log.previous)}:`, ...lines.map(line => `  ${line}`)];
}
