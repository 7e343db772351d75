/** Media types of the files that the app hands out. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
