/**
 * Whether a text of the cloud is an id, as all that the API reference shows are: letters, digits and a few
 * signs. An id is handed on in outputs, in JSON and in addresses, so that what is none is not taken for one. Pure.
 */
export function isPlainId(text: string): boolean {
  return /^[\w.-]{1,200}$/u.test(text);
}
