/** What the instances of an application are made of: an image, or a package and the image that SAE made of it. */
export interface Release {
  /** `ImageUrl`, with a tag or a digest. */
  readonly image: string;
  /** `PackageVersion`: the package's own, or one that SAE generated where an image is deployed. */
  readonly packageVersion: string;
  /** Given where a package is deployed: then the image is SAE's own. */
  readonly package?: { readonly type: PackageType; readonly url: string };
}

/** The packages that a simulator can be told to deploy, as `PackageType` names them. */
export const PACKAGE_TYPES = ['FatJar', 'War', 'PythonZip'] as const;

export type PackageType = (typeof PACKAGE_TYPES)[number];

/** Whether this `PackageType` is one of a package, and not of an image. */
export function isPackageType(type: string): type is PackageType {
  return (PACKAGE_TYPES as readonly string[]).includes(type);
}

/** The repository of the images that the scenarios deploy. */
export const DEMO_REPOSITORY = 'registry-vpc.cn-beijing.aliyuncs.com/demo/nginx';

/** What ran before the rollout. */
export const PREVIOUS_RELEASE: Release = {
  image: `${DEMO_REPOSITORY}:1.9`,
  packageVersion: '1609853096200',
};

/** What the rollout brings. */
export const DEMO_RELEASE: Release = { image: `${DEMO_REPOSITORY}:2.0`, packageVersion: '1609939496200' };
