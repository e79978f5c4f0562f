import { spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { DEMO_ACCOUNT } from '../simulator/account.ts';
import { OWN_FOLDER } from './folders.ts';
import { pythonProgram } from './python-packages.ts';

/** The program that is Alibaba Cloud's SDK for these judges: it says itself how it is asked. */
export const SDK_PROGRAM = path.join(OWN_FOLDER, 'official_sdk.py');

/** A call that the SDK is to make, with the keys of the simulator's account. */
export interface SdkQuestion {
  /** Host and port; without one nothing is asked, and only fields and parameters are told. */
  readonly endpoint?: string;
  readonly operation: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** What the SDK made of the answer. */
export interface SdkAnswer {
  readonly operation: string;
  readonly wire: unknown;
  /** One line each. */
  readonly differences: readonly string[];
  /** Every field of the answer's model, as `Data.Pipelines[].Status`. */
  readonly fields: readonly string[];
  /** Every parameter of the request's model. */
  readonly parameters: readonly string[];
  /** The code of the error that the SDK raised, if it raised one. */
  readonly refused?: string;
}

/**
 * What the SDK makes of the answers to these questions, asked one after the other.
 *
 * @throws LeftOut where the SDK cannot be had on this machine
 */
export async function askWithSdk(questions: readonly SdkQuestion[]): Promise<readonly SdkAnswer[]> {
  const child = spawn(pythonProgram('python'), [SDK_PROGRAM], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      ...process.env,
      ALIBABA_CLOUD_ACCESS_KEY_ID: DEMO_ACCOUNT.accessKeyId,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: DEMO_ACCOUNT.accessKeySecret,
    },
  });
  child.stdin.end(JSON.stringify(questions));
  return JSON.parse(await text(child.stdout)) as readonly SdkAnswer[];
}
