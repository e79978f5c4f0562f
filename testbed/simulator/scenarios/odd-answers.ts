import { edit, numbersAsText, remove, set } from '../answer-edit.ts';
import { DEMO_APPLICATION } from '../application.ts';
import { DEMO_BATCHES_MS } from '../change-order.ts';
import { HOSTILE_TEXT } from '../hostile-text.ts';
import { SAMPLE_CHANGE_ORDER } from '../reference-samples.ts';
import { scenario } from '../scenario.ts';
import { MINUTE_MS } from '../story-time.ts';
import { rollout } from '../timeline.ts';
import type { Trouble } from '../trouble.ts';

/** Hostile wherever the diagnostic calls have a free text. */
const HOSTILE_TROUBLE: Trouble = {
  task: { name: 'Check readiness', errorCode: HOSTILE_TEXT, errorMessage: HOSTILE_TEXT },
  instances: [
    {
      containerStatus: 'CrashLoopBackOff',
      healthStatus: 'Unhealthy',
      unhealthyMessage: HOSTILE_TEXT,
      restarts: 5,
      log: HOSTILE_TEXT,
      previousLog: HOSTILE_TEXT,
    },
  ],
  events: [{ reason: HOSTILE_TEXT, message: HOSTILE_TEXT, causeAnalysis: HOSTILE_TEXT }],
};

/** Answers that a careless reader gets wrong. */
export const ODD_ANSWERS = {
  'unknown-status': scenario({
    title: 'A status nobody knows',
    summary: 'After the second batch the order shows status 7, which SAE does not document, for ever.',
    expect: 'timed-out',
    order: {
      timeline: rollout({
        batchesMs: [MINUTE_MS, MINUTE_MS, MINUTE_MS],
        ending: { inBatch: 2, status: 7, batchStatus: 7 },
      }),
    },
    demo: { inputs: { timeout: '18s' } },
  }),
  'unknown-sub-status': scenario({
    title: 'A sub-status nobody knows',
    summary: 'The order says succeeded with SubStatus 5: not proven, so never green.',
    expect: 'timed-out',
    order: {
      timeline: rollout({
        batchesMs: [MINUTE_MS],
        ending: { inBatch: 1, status: 2, subStatus: 5, batchStatus: 2 },
      }),
    },
    demo: { inputs: { timeout: '12s' } },
  }),
  'malformed-status': scenario({
    title: 'A status that is no number',
    summary: 'The order says true where its status should be: unreadable, whatever true may mean.',
    expect: 'unreadable',
    edits: [edit([set('Data.Status', true)])],
    demo: { inputs: { outageTolerance: '8s', maxPollInterval: '3s' } },
  }),
  'other-order': scenario({
    title: 'The answer for another order',
    summary: 'The API answers with another order, which succeeded.',
    expect: 'unreadable',
    edits: [edit([set('Data.ChangeOrderId', 'ba386059-69b1-4e65-b1e5-0682d9fa0001'), set('Data.Status', 2)])],
    demo: { inputs: { outageTolerance: '8s', maxPollInterval: '3s' } },
  }),
  'numbers-as-text': scenario({
    title: 'Numbers as text, nulls in between',
    summary: 'The answer has "2" for 2 and null where it has nothing to say; the rollout succeeds.',
    expect: 'succeeded',
    edits: [
      edit([
        numbersAsText('Data'),
        set('Data.SubStatus', null),
        set('Data.ApprovalId', null),
        set('Data.Pipelines.0.StartTime', null),
      ]),
    ],
  }),
  'older-shape': scenario({
    title: 'An older deployment of the API',
    summary: 'The answers lack SubStatus, AppId and ApprovalId, as older ones did; the rollout succeeds.',
    expect: 'succeeded',
    edits: [edit([remove('Data.SubStatus'), remove('Data.AppId'), remove('Data.ApprovalId')])],
    demo: { inputs: { appId: DEMO_APPLICATION.id } },
  }),
  'reference-sample': scenario({
    title: 'The sample of the API reference',
    summary: 'The order of the sample answer in the API reference: a restart that succeeded years ago.',
    expect: 'succeeded',
    demo: { inputs: { changeOrderId: SAMPLE_CHANGE_ORDER.ChangeOrderId } },
  }),
  chinese: scenario({
    title: 'The texts of the order are Chinese',
    summary: 'All texts of the order are Chinese, as on a Chinese account; the rollout succeeds.',
    expect: 'succeeded',
    order: {
      coType: '部署应用',
      batchType: '自动',
      description: '版本：2026.11.22 | 镜像名称：演示应用',
      app: { ...DEMO_APPLICATION, name: '演示应用' },
    },
    edits: [
      edit([
        set('Data.Pipelines.0.PipelineName', '第1批变更'),
        set('Data.Pipelines.1.PipelineName', '第2批变更'),
        set('Data.Pipelines.2.PipelineName', '第3批变更'),
      ]),
    ],
  }),
  'hostile-text': scenario({
    title: 'Texts that try to be commands',
    summary: 'The rollout fails, and every text of the order tries to issue commands and markup.',
    expect: 'failed',
    order: {
      timeline: rollout({ batchesMs: DEMO_BATCHES_MS, ending: { inBatch: 1, status: 3, batchStatus: 3 } }),
      trouble: HOSTILE_TROUBLE,
    },
    edits: [
      edit(
        [
          'Data.AppName',
          'Data.ApprovalId',
          'Data.ApplicationUpdateStrategy',
          'Data.BatchType',
          'Data.CoType',
          'Data.CoTypeCode',
          'Data.CreateTime',
          'Data.CurrentPipelineId',
          'Data.Description',
          'Data.ErrorMessage',
          'Data.Pipelines.*.PipelineId',
          'Data.Pipelines.*.PipelineName',
          'Message',
          'RequestId',
          'TraceId',
        ].map(path => set(path, HOSTILE_TEXT)),
      ),
    ],
  }),
} as const;
