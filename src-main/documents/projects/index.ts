/** The project register as a workbook, written and read. */
export { projectPaperWorkbook } from './paper.ts'
export { readRegister, type RegisterCell, type RegisterRow } from './read.ts'
export { projectsWorkbook, type RegisterLine } from './write.ts'
