import path from 'node:path';
import type { RunnerFolder } from './runner-folder.ts';

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string>>;

/** What a step's environment is made of. */
export interface EnvironmentParts {
  readonly folder: RunnerFolder;
  /** The Node binary that runs the action; its folder leads the PATH. */
  readonly node: string;
  /** `INPUT_…` and `STATE_…`. */
  readonly stepVariables: Environment;
  /** The job's own variables; they win over everything else. */
  readonly env: Environment;
}

/** Without these, programs do not start or find no temporary folder on Windows. */
const NEEDED_ON_WINDOWS = ['ComSpec', 'PATHEXT', 'SystemDrive', 'SystemRoot', 'TEMP', 'TMP', 'windir'];

/**
 * The environment of a step on a hosted runner, for a push to `main` of an invented repository.
 * Nothing of this machine's environment is in it but the PATH and what Windows cannot do without: no
 * proxies, no certificates, no credentials, and the home folder is an empty one.
 */
export function runnerEnvironment({ folder, node, stepVariables, env }: EnvironmentParts): Environment {
  return {
    ...systemVariables(node),
    HOME: folder.home,
    USERPROFILE: folder.home,
    CI: 'true',
    ...githubVariables(),
    GITHUB_WORKSPACE: folder.workspace,
    GITHUB_EVENT_PATH: folder.eventFile,
    ...folder.fileVariables,
    RUNNER_ARCH: process.arch === 'arm64' ? 'ARM64' : 'X64',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_NAME: 'GitHub Actions 1',
    RUNNER_OS: { darwin: 'macOS', win32: 'Windows' }[process.platform as string] ?? 'Linux',
    RUNNER_TEMP: folder.temp,
    RUNNER_TOOL_CACHE: folder.toolCache,
    RUNNER_WORKSPACE: path.dirname(folder.workspace),
    ...stepVariables,
    ...env,
    GITHUB_ACTIONS: 'true',
  };
}

function systemVariables(node: string): Environment {
  const ambientPath = process.env['PATH'] ?? process.env['Path'] ?? '';
  const variables: Record<string, string> = {
    PATH: [path.dirname(node), ambientPath].join(path.delimiter),
    LANG: 'C.UTF-8',
  };
  if (process.platform === 'win32') {
    for (const name of NEEDED_ON_WINDOWS) variables[name] = process.env[name] ?? '';
  }
  return variables;
}

function githubVariables(): Environment {
  const server = 'https://github.com';
  const repository = 'octo-org/octo-shop';
  const sha = 'ffac537e6cbbf934b08745a378932722df287a53';
  const workflowFile = '.github/workflows/deploy.yml';
  return {
    GITHUB_ACTION: '__self',
    GITHUB_ACTOR: 'octocat',
    GITHUB_ACTOR_ID: '583231',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_BASE_REF: '',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql',
    GITHUB_HEAD_REF: '',
    GITHUB_JOB: 'deploy',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_REF_PROTECTED: 'false',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REPOSITORY: repository,
    GITHUB_REPOSITORY_ID: '1296269',
    GITHUB_REPOSITORY_OWNER: 'octo-org',
    GITHUB_REPOSITORY_OWNER_ID: '6811672',
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '1658821493',
    GITHUB_RUN_NUMBER: '3',
    GITHUB_SERVER_URL: server,
    GITHUB_SHA: sha,
    GITHUB_TRIGGERING_ACTOR: 'octocat',
    GITHUB_WORKFLOW: 'Deploy',
    GITHUB_WORKFLOW_REF: `${repository}/${workflowFile}@refs/heads/main`,
    GITHUB_WORKFLOW_SHA: sha,
  };
}
