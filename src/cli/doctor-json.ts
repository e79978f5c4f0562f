import type { Row } from '../doctor/outcome.ts';
import type { DoctorReport } from './doctor-report.ts';

/** For machines: one object. No text in any language, and no value of any answer. Pure. */
export function doctorJson(report: DoctorReport, version: string, exitStatus: number): object {
  const { rows, facts, regionId = null, origin, proxyHost = null } = report;
  return {
    kind: 'doctor',
    version,
    exitStatus,
    cancelled: report.cancelled ?? null,
    regionId,
    endpoint: origin,
    proxyHost,
    operations: rows.map(rowJson),
    facts,
  };
}

function rowJson({ operation, outcome }: Row): object {
  const { kind } = outcome;
  const row = { operation, action: `sae:${operation}`, outcome: kind };
  switch (kind) {
    case 'works':
      return { ...row, unknownFields: outcome.unknownFields };
    case 'otherwise':
      return { ...row, differences: outcome.differences, unknownFields: outcome.unknownFields };
    case 'refused':
    case 'failed': {
      const { reason, code = null, httpStatus = null } = outcome.fault;
      return { ...row, reason, code, httpStatus };
    }
    case 'not-asked':
      return { ...row, why: outcome.why.kind };
  }
}

/** The regions that the SDK of SAE lists: any other name may be that of a private cloud. */
const REGIONS: readonly string[] = [
  'cn-hangzhou',
  'cn-shanghai',
  'cn-beijing',
  'cn-zhangjiakou',
  'cn-wulanchabu',
  'cn-shenzhen',
  'cn-heyuan',
  'cn-guangzhou',
  'cn-chengdu',
  'cn-hongkong',
  'ap-southeast-1',
  'ap-northeast-1',
  'eu-central-1',
  'us-west-1',
  'us-east-1',
];

/** What `--record` writes: only what may be shared. Pure. */
export function doctorRecord(report: DoctorReport, version: string): object {
  const { rows, facts, regionId = '', origin, proxyHost, answers } = report;
  const { hostname } = new URL(origin);
  return {
    format: 'sae-rollout-gate doctor record 1',
    version,
    regionId: REGIONS.includes(regionId) ? regionId : 'another',
    endpoint: endpointKind(hostname),
    proxy: proxyHost !== undefined,
    operations: rows.map(rowJson),
    facts,
    answers,
  };
}

function endpointKind(hostname: string): 'public' | 'vpc' | 'another' {
  if (/^sae-vpc\.[^.]+\.aliyuncs\.com$/u.test(hostname)) return 'vpc';
  return /^sae\.[^.]+\.aliyuncs\.com$/u.test(hostname) ? 'public' : 'another';
}
