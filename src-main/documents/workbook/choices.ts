import type { DataValidation, Worksheet } from 'exceljs'

/** exceljs keeps the lists of a sheet by range; its types know them only cell by cell. */
interface WithValidations {
  dataValidations: { add(range: string, validation: DataValidation): void }
}

/** Excel takes no longer list of words, and separates them by commas. */
const LONGEST_LIST = 255

const add = (sheet: Worksheet, range: string, formula: string): void => {
  ;(sheet as unknown as WithValidations).dataValidations.add(range, {
    type: 'list',
    allowBlank: true,
    showErrorMessage: true,
    formulae: [formula],
  })
}

/** Lets the reader choose a cell's content from words; does nothing where Excel could not tell them apart in a list. */
export const chooseFrom = (sheet: Worksheet, range: string, choices: readonly string[]): void => {
  const list = choices.join(',')
  if (choices.length === 0 || list.length > LONGEST_LIST || choices.some((each) => /[,"]/.test(each))) return
  add(sheet, range, `"${list}"`)
}

/** Lets the reader choose a cell's content from the cells of another range. */
export const chooseFromCells = (sheet: Worksheet, range: string, cells: string): void => add(sheet, range, cells)
