/** What the demo says around the gate's own words, in one language. */
export interface FrameWords {
  readonly demo: string;
  readonly expected: (verdict: string, colour: string) => string;
  readonly simulator: (url: string, timeScale: number) => string;
  readonly colours: Readonly<Record<'green' | 'red', string>>;
  readonly headings: Readonly<
    Record<'log' | 'step' | 'annotations' | 'outputs' | 'summary' | 'checkRun' | 'page', string>
  >;
  /** `ending`: how the process ended. */
  readonly ended: (sign: string, conclusion: string, ending: string, seconds: string) => string;
  readonly signal: (name: string) => string;
  readonly bySignal: string;
  readonly exitStatus: (status: number) => string;
  readonly none: string;
  readonly was: (colour: string, verdict: string, ending: string) => string;
  readonly asExpected: (was: string) => string;
  readonly notExpected: (was: string, colour: string, verdict: string) => string;
  readonly cancelled: (verdict: string, ending: string) => string;
  /** Before a check run as it stood at one of its writes. */
  readonly written: (time: number, of: number) => string;
}

export const FRAME_WORDS: Readonly<Record<'en' | 'zh', FrameWords>> = {
  en: {
    demo: 'SAE rollout gate, demo: ',
    expected: (verdict, colour) => `Expected: verdict ${verdict}, so the step is ${colour}.`,
    simulator: (url, timeScale) =>
      `A simulator plays SAE at ${url}, ${timeScale === 1 ? 'at real speed' : `${timeScale} times as fast as life`}; the committed dist/index.js runs as on GitHub's runner.`,
    colours: { green: 'green', red: 'red' },
    headings: {
      log: 'Log, as GitHub shows it',
      step: 'Step',
      annotations: 'Annotations',
      outputs: 'Outputs',
      summary: 'Job summary',
      checkRun: 'Check run, as it was written',
      page: 'The same as a page, as GitHub renders it',
    },
    ended: (sign, conclusion, ending, seconds) => `${sign} (${conclusion}), ${ending}, after ${seconds} s`,
    signal: name => `signal ${name}`,
    bySignal: 'ended by a signal',
    exitStatus: status => `exit status ${status}`,
    none: 'none',
    was: (colour, verdict, ending) => `The gate was ${colour} (verdict ${verdict}, ${ending})`,
    asExpected: was => `${was}, as this scenario expects.`,
    notExpected: (was, colour, verdict) =>
      `${was}, but this scenario expects ${colour} with the verdict ${verdict}.`,
    cancelled: (verdict, ending) => `The step was cancelled before its end (verdict ${verdict}, ${ending}).`,
    written: (time, of) => `As written for the ${time}. time of ${of}`,
  },
  zh: {
    demo: 'SAE 发布门禁演示：',
    expected: (verdict, colour) => `预期：结论为 ${verdict}，该步骤为${colour}。`,
    simulator: (url, timeScale) =>
      `由模拟器在 ${url} 扮演 SAE，${timeScale === 1 ? '速度与实际相同' : `速度为实际的 ${timeScale} 倍`}；已提交的 dist/index.js 如同在 GitHub 运行器上运行。`,
    colours: { green: '绿色', red: '红色' },
    headings: {
      log: '日志（与 GitHub 上显示的相同）',
      step: '步骤',
      annotations: '注解',
      outputs: '输出',
      summary: '作业摘要',
      checkRun: '检查运行的每次写入',
      page: '同样内容的页面（与 GitHub 渲染的相同）',
    },
    ended: (sign, conclusion, ending, seconds) => `${sign}（${conclusion}），${ending}，用时 ${seconds} 秒`,
    signal: name => `信号 ${name}`,
    bySignal: '被信号终止',
    exitStatus: status => `退出状态 ${status}`,
    none: '无',
    was: (colour, verdict, ending) => `门禁为${colour}（结论 ${verdict}，${ending}）`,
    asExpected: was => `${was}，与该场景的预期相符。`,
    notExpected: (was, colour, verdict) => `${was}，但该场景的预期为${colour}，结论为 ${verdict}。`,
    cancelled: (verdict, ending) => `该步骤在结束之前被取消（结论 ${verdict}，${ending}）。`,
    written: (time, of) => `共 ${of} 次写入中的第 ${time} 次`,
  },
};
