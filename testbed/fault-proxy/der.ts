import { Buffer } from 'node:buffer';

/**
 * The Distinguished Encoding Rules of ASN.1 (X.690), as far as an X.509 certificate needs them. Each
 * function gives one element: its tag, its length and its content.
 */
function element(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag, ...lengthOctets(body.length)]), body]);
}

function lengthOctets(length: number): readonly number[] {
  if (length < 0x80) return [length];
  const octets = base256(length);
  return [0x80 + octets.length, ...octets];
}

function base256(value: number): readonly number[] {
  return value < 256 ? [value] : [...base256(Math.floor(value / 256)), value % 256];
}

export function sequence(...elements: readonly Uint8Array[]): Buffer {
  return element(0x30, ...elements);
}

export function setOf(...elements: readonly Uint8Array[]): Buffer {
  return element(0x31, ...elements);
}

/** A positive integer, from its big-endian bytes. */
export function integer(bytes: Uint8Array): Buffer {
  const first = bytes[0] ?? 0;
  // A highest bit that is set would make it negative.
  return element(0x02, Buffer.from(first < 0x80 ? [] : [0]), bytes);
}

export function boolean(value: boolean): Buffer {
  return element(0x01, Buffer.from([value ? 0xff : 0]));
}

export function utf8String(text: string): Buffer {
  return element(0x0c, Buffer.from(text));
}

export function octetString(content: Uint8Array): Buffer {
  return element(0x04, content);
}

/** @param unusedBits how many bits at the end do not count */
export function bitString(content: Uint8Array, unusedBits = 0): Buffer {
  return element(0x03, Buffer.from([unusedBits]), content);
}

/** @param dotted e.g. `2.5.29.17` */
export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return element(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(arc: number): readonly number[] {
  const octets = [arc & 0x7f];
  for (let left = arc >>> 7; left > 0; left >>>= 7) octets.unshift(0x80 | (left & 0x7f));
  return octets;
}

/** A time before the year 2050, to the second. */
export function utcTime(epochMs: number): Buffer {
  const digits = new Date(epochMs)
    .toISOString()
    .replace(/\.\d+Z$/, '')
    .replace(/\D/g, '');
  return element(0x17, Buffer.from(`${digits.slice(2)}Z`));
}

/** Content under a tag of the context, e.g. `[3]`; `constructed` where it consists of elements. */
export function contextTag(number: number, content: Uint8Array, constructed: boolean): Buffer {
  return element((constructed ? 0xa0 : 0x80) + number, content);
}
