/** Code that decides, and the tests that have to notice when it is changed. */
export interface MutationArea {
  readonly name: string;
  /** What it decides, as the document says it. */
  readonly decides: string;
  /** Globs of the files that are mutated. */
  readonly mutate: readonly string[];
  /** Globs of the tests: in-process ones, made for this code. */
  readonly tests: readonly string[];
}

/**
 * Each area is tested by itself, with the tests that were made for it: so it takes minutes, and no test
 * of something else hides that they miss something.
 */
export const AREAS: readonly MutationArea[] = [
  {
    name: 'verdicts',
    decides: 'what the looks at an order mean, and when that is a verdict',
    mutate: ['src/rollout/**/*.ts'],
    tests: [
      '__tests__/unit/{change,course,decide,manual-step,progress,reading,rollout-start,statuses,verdicts}.test.ts',
    ],
  },
  {
    name: 'proofs',
    decides: 'what a look at what runs proves, and when that is a verdict',
    mutate: ['src/verification/{claim,instance-states,judge,progress,proof}.ts'],
    tests: ['__tests__/verification/{course,last-order,proof}.test.ts'],
  },
  {
    name: 'exit',
    decides: 'which wait speaks for the step, and whether the step is green',
    mutate: ['src/endings/ending.ts'],
    tests: ['__tests__/unit/step-outcome.test.ts'],
  },
  {
    name: 'choice',
    decides: "which of an application's orders can be this run's own, and how its list is read",
    mutate: ['src/discovery/**/*.ts', 'src/sae/{application-list,order-list,fields,time-zone}.ts'],
    tests: [
      '__tests__/discovery/{zoneless-time,choose-order,co-types,list-change-orders,find-by-name,list-troubles,run-start,search}.test.ts',
      '__tests__/unit/plain-id.test.ts',
    ],
  },
  {
    name: 'requests',
    decides: 'what is asked, signed how, and how often',
    mutate: ['src/sae/{signature,client}.ts', 'src/http/server-time.ts'],
    tests: [
      '__tests__/unit/{acs3-signature,ask,sae-client,sae-client-turns,server-time}.test.ts',
      '__tests__/virtual/requests.test.ts',
    ],
  },
  {
    name: 'faults',
    decides: 'what an answer says, and what it means that there is none',
    mutate: ['src/sae/{batches,change-order}.ts', 'src/http/{envelope,error-codes,transport}.ts'],
    tests: ['__tests__/unit/{describe-change-order,envelope,error-codes,look-at-order,sae-client}.test.ts'],
  },
  {
    name: 'escaping',
    decides: 'what becomes of foreign text before it is shown',
    mutate: ['src/text/**/*.ts', 'src/report/html.ts'],
    tests: [
      '__tests__/unit/{clean-text,display-width,foreign-text,html,maskable,redactor,safe-line,thrown-text}.test.ts',
      '__tests__/diagnosis/html-to-text.test.ts',
    ],
  },
  {
    name: 'budget',
    decides: 'when a call may be made, and whose turn it is',
    mutate: ['src/polling/{call-budget,call-priority,throttling}.ts'],
    tests: ['__tests__/budget/*.test.ts'],
  },
  {
    name: 'polling',
    decides: 'that a wait and a request end in time',
    mutate: ['src/polling/{clock,poll}.ts'],
    tests: ['__tests__/unit/{backoff,heartbeat,next-look,poll,within}.test.ts'],
  },
  {
    name: 'schedule',
    decides: 'when to look next',
    mutate: ['src/schedule/**/*.ts'],
    tests: [
      '__tests__/schedule/{batch-times,estimate,forecast,golden,guesses,known-of,lengths,paces,planned-wait}.test.ts',
    ],
  },
];
