import { createHash } from 'node:crypto'
import { createReadStream, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** @returns the digest of a file, in hexadecimal */
async function digestOf(algorithm, path) {
  const hash = createHash(algorithm)
  for await (const part of createReadStream(path)) hash.update(part)
  return hash.digest('hex')
}

/**
 * Writes the list of digests of everything that was made until now, as sha256sum and others read it.
 * @param made the folder for what is made
 * @param algorithm sha256, or sm3 (GB/T 32905-2016)
 */
export async function writeDigests(made, algorithm, listName) {
  const names = readdirSync(made).filter((name) => /\.(exe|zip|deb|gz|dmg)$/.test(name) && statSync(join(made, name)).isFile())
  const lines = []
  for (const name of names.sort()) lines.push(`${await digestOf(algorithm, join(made, name))}  ${name}\n`)
  writeFileSync(join(made, listName), lines.join(''))
}
