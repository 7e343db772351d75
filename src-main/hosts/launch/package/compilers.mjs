const PREFIXES = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' }

/** The processors for which programs of Linux are made. */
export const PROCESSORS = Object.keys(PREFIXES)

/** @returns the name of the compiler that makes programs for a processor, from whichever machine; of C++, or 'gcc' for that of C */
export const compilerOf = (processor, language = 'g++') => `${PREFIXES[processor]}-${language}`

/** @returns the Debian package that has it */
export const compilerPackage = (processor) => (processor === process.arch ? 'g++' : `g++-${PREFIXES[processor].replace('_', '-')}`)
