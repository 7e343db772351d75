import type { MenuChoice } from '../../contract/bridge.ts'
import type { Language } from '../../model/text.ts'

type Word =
  | MenuChoice
  | 'file'
  | 'edit'
  | 'view'
  | 'helpMenu'
  | 'quit'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'zoomIn'
  | 'zoomOut'
  | 'zoomReset'
  | 'fullScreen'
  | 'pdfFiles'
  | 'excelFiles'
  | 'allFiles'

export const MENU_WORDS: Readonly<Record<Language, Readonly<Record<Word, string>>>> = {
  zh: {
    file: '文件(&F)',
    newPlan: '新建方案…',
    openPlan: '打开方案…',
    importSheet: '导入表格…',
    exportWorkbook: '导出 Excel…',
    print: '打印…',
    quit: '退出',
    edit: '编辑(&E)',
    undo: '撤销',
    redo: '重做',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    selectAll: '全选',
    view: '视图(&V)',
    zoomIn: '放大',
    zoomOut: '缩小',
    zoomReset: '实际大小',
    fullScreen: '全屏',
    helpMenu: '帮助(&H)',
    help: '使用说明',
    pdfFiles: 'PDF 文档',
    excelFiles: 'Excel 工作簿',
    allFiles: '所有文件',
  },
  en: {
    file: '&File',
    newPlan: 'New plan…',
    openPlan: 'Open plan…',
    importSheet: 'Import a sheet…',
    exportWorkbook: 'Export to Excel…',
    print: 'Print…',
    quit: 'Quit',
    edit: '&Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    view: '&View',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    zoomReset: 'Actual size',
    fullScreen: 'Full screen',
    helpMenu: '&Help',
    help: 'Guide',
    pdfFiles: 'PDF document',
    excelFiles: 'Excel workbook',
    allFiles: 'All files',
  },
}
