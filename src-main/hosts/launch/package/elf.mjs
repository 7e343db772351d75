/** Which versions of the libraries a program of Linux asks for: https://refspecs.linuxfoundation.org/LSB_5.0.0/LSB-Core-generic/LSB-Core-generic/symversion.html */
const IS_ELF = 0x464c457f
const WITH_64_BITS = 2
const SMALLEST_FIRST = 1
/** The kind of section that lists the versions asked for (SHT_GNU_verneed). */
const VERSIONS_ASKED = 0x6ffffffe

/** @returns the text that begins at a place and ends with a zero */
const textAt = (bytes, place) => bytes.toString('latin1', place, bytes.indexOf(0, place))

/** @returns place and link of each section of the kind */
function sectionsOf(bytes, kind) {
  const table = Number(bytes.readBigUInt64LE(40))
  const [size, count] = [bytes.readUInt16LE(58), bytes.readUInt16LE(60)]
  const all = Array.from({ length: count }, (_, at) => {
    const start = table + at * size
    return { kind: bytes.readUInt32LE(start + 4), place: Number(bytes.readBigUInt64LE(start + 24)), link: bytes.readUInt32LE(start + 40) }
  })
  return all.filter((section) => section.kind === kind).map(({ place, link }) => ({ place, texts: all[link].place }))
}

/** @returns the names of the versions asked of one library, which stand in a chain */
function namesInChain(bytes, first, count, texts) {
  let place = first
  return Array.from({ length: count }, () => {
    const name = textAt(bytes, texts + bytes.readUInt32LE(place + 8))
    place += bytes.readUInt32LE(place + 12)
    return name
  })
}

/**
 * @param {Buffer} bytes of a program or library for Linux with 64 bits, x64 or arm64
 * @returns {string[]} the versions that it asks for, as in 'GLIBC_2.28', of all libraries
 * @throws {Error} where it is no such file
 */
export function versionsAskedBy(bytes) {
  if (bytes.length < 64 || bytes.readUInt32LE(0) !== IS_ELF || bytes[4] !== WITH_64_BITS || bytes[5] !== SMALLEST_FIRST)
    throw new Error('no program or library for Linux with 64 bits')
  const asked = []
  for (const { place, texts } of sectionsOf(bytes, VERSIONS_ASKED)) {
    let at = place
    let step
    do {
      asked.push(...namesInChain(bytes, at + bytes.readUInt32LE(at + 8), bytes.readUInt16LE(at + 2), texts))
      step = bytes.readUInt32LE(at + 12)
      at += step
    } while (step > 0)
  }
  return asked
}

const numbersIn = (version) => version.split('.').map(Number)
const isNewer = ([major, minor = 0], [otherMajor, otherMinor = 0]) => major > otherMajor || (major === otherMajor && minor > otherMinor)

/**
 * @param {Buffer} bytes as above @param {string} oldest version of glibc that it has to run with, as in '2.28'
 * @returns {string[]} what it asks for that a system with that version may not have: newer versions of glibc, and any of another library
 */
export const askedBeyond = (bytes, oldest) =>
  versionsAskedBy(bytes).filter((name) => {
    const [, library, version] = /^([A-Z]+)_([\d.]+)$/.exec(name) ?? []
    return library !== 'GLIBC' || isNewer(numbersIn(version), numbersIn(oldest))
  })
