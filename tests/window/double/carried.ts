/** The main process's side of in-page.ts: what is sent is JSON, with a form of their own for bytes and for what is undefined. */
export const pack = (value: unknown): unknown => {
  if (value === undefined) return { $undefined: true }
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64') }
  if (Array.isArray(value)) return value.map(pack)
  const kind = Object.prototype.toString.call(value)
  if (kind !== '[object Object]') throw new Error(`the double does not carry ${kind}`)
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, pack(each)]))
}

export const unpack = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(unpack)
  if ('$undefined' in value) return undefined
  if ('$bytes' in value) return new Uint8Array(Buffer.from(String(value.$bytes), 'base64'))
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, unpack(each)]))
}
