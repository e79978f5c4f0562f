import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { consoleUrl } from '../../src/sae/console.ts';

describe('the link to the console', () => {
  test('leads to the order in China', () => {
    expect(consoleUrl({ changeOrderId: 'o-1', appId: 'a-1', regionId: 'cn-hangzhou' })).toBe(
      'https://sae.console.aliyun.com/#/AppList/ChangeOrderDetail?changeOrderId=o-1&regionId=cn-hangzhou',
    );
  });

  test('leads to the application elsewhere', () => {
    expect(consoleUrl({ changeOrderId: 'o-1', appId: 'a-1', regionId: 'ap-southeast-1' })).toBe(
      'https://sae.console.alibabacloud.com/ap-southeast-1/app-list/a-1/micro-app/base',
    );
  });

  test('leads to the order elsewhere too, as long as the application is not known', () => {
    expect(consoleUrl({ changeOrderId: 'o-1', appId: undefined, regionId: 'eu-central-1' })).toBe(
      'https://sae.console.aliyun.com/#/AppList/ChangeOrderDetail?changeOrderId=o-1&regionId=eu-central-1',
    );
  });

  test('is not there without a region', () => {
    expect(consoleUrl({ changeOrderId: 'o-1', appId: 'a-1', regionId: undefined })).toBeUndefined();
  });

  test('stays on its host and holds no character that means something, whatever the ids', () => {
    const id = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('../x', '?a=b', '#', '"><b>', '\ud800'),
    );
    fc.assert(
      fc.property(id, id, fc.constantFrom('cn-hangzhou', 'us-west-1'), (changeOrderId, appId, regionId) => {
        const link = consoleUrl({ changeOrderId, appId, regionId }) ?? '';
        expect(link).toMatch(/^https:\/\/sae\.console\.(?:aliyun|alibabacloud)\.com\/[\w!#%&'()*\-./=?~]+$/u);
        expect(link).not.toMatch(/["<>\s]/u);
      }),
    );
  });
});
