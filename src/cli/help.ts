import type { InputDefinition } from '../inputs/table.ts';
import { INPUTS } from '../inputs/table.ts';
import type { Words } from '../words/words.ts';
import type { ExitName } from '../rollout/verdicts.ts';
import { EXIT_STATUS } from '../rollout/verdicts.ts';
import type { FlagInputName, OwnFlagName } from '../inputs/flags.ts';
import { FLAGS, FLAG_INPUTS, OWN_FLAGS, flagName } from '../inputs/flags.ts';

/** What `--help` shows. Pure. */
export function helpText(words: Words, version: string): string {
  const { command } = words;
  const heading = (text: string): readonly string[] => ['', `${text}${words.colon.trimEnd()}`];
  return [
    `sae-rollout-gate ${version}`,
    command.summary,
    ...heading(command.usage),
    '  sae-rollout-gate wait --change-order-id ID --region-id REGION',
    '  sae-rollout-gate wait --app-id ID --created-after 10m --region-id REGION',
    '  sae-rollout-gate idle --app-id ID --region-id REGION',
    `  ${command.idleHelp}`,
    '  sae-rollout-gate doctor --app-id ID --region-id REGION',
    `  ${words.doctor.help}`,
    ...heading(command.flags),
    ...FLAG_INPUTS.flatMap(input => entry(flagUsage(input), withDefault(input, words))),
    ...heading(command.ownFlags),
    ...(Object.keys(OWN_FLAGS) as readonly OwnFlagName[]).flatMap(name =>
      entry(ownFlagUsage(name), command.ownFlag[name]),
    ),
    ...heading(command.environment),
    ...Object.values(command.environmentLine).map(line => `  ${line}`),
    ...heading(command.exitStatuses),
    ...(Object.keys(EXIT_STATUS) as readonly ExitName[]).map(
      name => `  ${String(EXIT_STATUS[name]).padStart(3)}  ${command.exitStatus[name]}`,
    ),
    '',
  ].join('\n');
}

/** A flag as it is written, with its value. Pure. */
export function flagUsage(input: FlagInputName): string {
  const meaning = FLAGS.get(flagName(input));
  const isYesOrNo = meaning?.kind === 'input' && meaning.yesOrNo;
  return isYesOrNo ? `--[no-]${flagName(input)}` : `--${flagName(input)} VALUE`;
}

/** One of the command's own flags as it is written. Pure. */
export function ownFlagUsage(name: OwnFlagName): string {
  return OWN_FLAGS[name].takes === 'file' ? `--${name} FILE` : `--${name}`;
}

function entry(usage: string, meaning: string): readonly string[] {
  return [`  ${usage}`, `      ${meaning}`];
}

function withDefault(input: FlagInputName, { command, colon }: Words): string {
  const { default: usual }: InputDefinition = INPUTS[input];
  const meaning = command.flag[input];
  return usual === undefined ? meaning : `${meaning} [${command.usual}${colon}${usual}]`;
}
