import type { Fault } from '../../rollout/fault.ts';
import { duration } from './duration.ts';

/** By how much this machine's clock is off, as the API's own tells. */
export function clockIs(aheadMs: number): string {
  return `本机时钟比 API 的时钟${aheadMs > 0 ? '慢' : '快'} ${duration(Math.abs(aheadMs))}`;
}

/** What a person can do about a fault, in Chinese. */
export function faultRemedy({ reason, action, clockAheadMs, detail }: Fault): string {
  switch (reason) {
    case 'permission':
      return `请为该 AccessKey 所属的 RAM 用户或 RAM 角色授予权限“sae:${action}”，资源为“*”（系统策略 AliyunSAEReadOnlyAccess 包含该权限）。`;
    case 'credentials':
      return '请检查 accessKeyId 与 accessKeySecret 是否配对、该 AccessKey 是否存在且已启用，以及 securityToken 是否属于同一会话。';
    case 'credentials-expired':
      return '访问凭证已过期。有两种解决办法：让本 Action 自行扮演 RAM 角色（roleArn、oidcProviderArn；会自动续期会话），或者为 aliyun/configure-aliyun-credentials-action 设置更长的 role-session-expiration。';
    case 'no-id-token':
      return detail?.kind === 'token-file'
        ? '请检查 ALIBABA_CLOUD_OIDC_TOKEN_FILE 指定的文件是否已挂载、本进程是否有权读取，且其中只有令牌。在 ACK 中由 RRSA 提供该文件：请确认集群已启用 RRSA，并已注入此 Pod。'
        : '作业需要“permissions: id-token: write”（来自 fork 的拉取请求无法获得该权限）。在 GitHub Actions 之外，须由 ALIBABA_CLOUD_OIDC_TOKEN_FILE 指定保存令牌的文件。';
    case 'role-refused':
      if (detail?.kind === 'by-token-file') {
        return '请检查 ALIBABA_CLOUD_ROLE_ARN 和 ALIBABA_CLOUD_OIDC_PROVIDER_ARN，并确认角色的信任策略允许 ALIBABA_CLOUD_OIDC_TOKEN_FILE 中令牌的签发者（oidc:iss）、受众（oidc:aud）和主体（oidc:sub，例如 system:serviceaccount:NAMESPACE:NAME），且允许 roleSessionDuration 指定的会话时长。';
      }
      return action === 'AssumeRoleWithOIDC'
        ? '请检查 roleArn 和 oidcProviderArn，确认 oidcAudience 是该身份提供商的客户端 ID，并确认角色的信任策略允许此仓库和分支（oidc:sub）、该签发者（oidc:iss）和该受众（oidc:aud），且允许 roleSessionDuration 指定的会话时长。'
        : '请确认 ALIBABA_CLOUD_ECS_METADATA 中的 RAM 角色已授予此 ECS 实例。';
    case 'clock':
      return clockAheadMs === undefined
        ? '本机时钟偏差超过 15 分钟：请通过 NTP 校准时间，然后重新运行该步骤。'
        : `${clockIs(clockAheadMs)}：请通过 NTP 校准时间，然后重新运行该步骤。`;
    case 'parameter':
      return '请检查 changeOrderId 和 appId：API 不接受它们。';
    case 'place':
      return '请检查 regionId 和 endpoint：该地域未提供 SAE，或者该接入点不是此地域的 SAE API。';
    case 'not-documented':
      return '至少 15 秒内请求每次都被拒绝，且错误码未在 API 文档中说明：已知信息见其错误消息。请检查输入参数和权限；阿里云技术支持可以根据 RequestId 查找该请求。';
    case 'unknown-host':
      return action === 'AssumeRoleWithOIDC'
        ? '该主机名不存在。请检查 stsEndpoint，以及代理（如有）。'
        : '该主机名不存在。请检查 regionId（是否拼写有误）和 endpoint，以及代理（如有）。';
    case 'no-such-application':
      return '请检查 appId，并确认 regionId 是该应用所在的地域。';
    case 'no-such-order':
      return '请检查 changeOrderId 和 regionId。';
    case 'certificate':
      return '服务器的证书未被信任。请检查 endpoint；如果经过使用自有 CA 的代理，请在 NODE_EXTRA_CA_CERTS 中指定该 CA。';
    case 'network':
    case 'no-answer':
      return '请检查此运行器能否访问接入点（regionId、endpoint、代理、防火墙）。';
    case 'not-the-api':
    case 'malformed':
    case 'too-large':
      return '请检查 endpoint 是否为 SAE API，以及是否有代理代替它作答。';
    case 'contradictory':
      return '请在 SAE 控制台查看该应用实际运行的内容。如果响应持续自相矛盾，请将 RequestId 反馈给阿里云。';
    case 'throttled':
      return '该账号的 API 调用已超出流控限制：请减少其他地方的调用，或申请提高限额。';
    case 'server':
    case 'nonce-used':
      return 'API 出现故障：请待其恢复后重新运行该步骤。';
  }
}
