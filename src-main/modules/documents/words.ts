import type { ModuleWords } from '../leaf.ts'

export const words = {
  problems: {
    'document.noBrowser': {
      status: 501,
      zh: '没有找到可用来生成 PDF 的浏览器。请安装 Chromium、Chrome 或 Edge，或用浏览器的“打印—另存为 PDF”。',
      en: 'No browser was found that could make the PDF. Please install Chromium, Chrome or Edge, or print into a PDF from the browser.',
    },
    'document.fontMissing': {
      status: 501,
      zh: '这台电脑没有中文字体，汉字会印成方框，因此没有生成 PDF。请安装中文字体（如宋体、仿宋或思源宋体 Noto Serif CJK），再试一次。',
      en: 'This computer has no Chinese font: characters would be printed as boxes, so the PDF was not made. Please install one (SimSun, FangSong or Noto Serif CJK), then try again.',
    },
    'document.pdfFailed': {
      status: 500,
      zh: '没有生成 PDF[：{detail}]。方案没有被改动；请在打印页面上确认内容能够显示，再试一次。',
      en: 'The PDF was not made[: {detail}]. The plan is unchanged; please look whether the print view shows its content, and try again.',
    },
    'document.printFailed': {
      status: 500,
      zh: '没有打印：{detail}。请检查打印机；也可以“用 PDF 打开”，在 PDF 阅读器中打印。',
      en: 'Nothing was printed: {detail}. Please check the printer, or open the PDF and print it from the PDF viewer.',
    },
    'document.viewerFailed': {
      status: 500,
      zh: 'PDF 已生成，但没有能打开它的程序：{detail}。请安装 PDF 阅读器，或“存为 PDF”后在别处打开。文件在 {file}。',
      en: 'The PDF was made, but no program could open it: {detail}. Please install a PDF viewer, or save the PDF and open it elsewhere. The file is {file}.',
    },
    'document.pagesMissing': {
      status: 422,
      zh: '打印所需的页面还没有构建。请先运行 npm run build，再试一次。',
      en: 'The pages that are printed have not been built. Please run npm run build, then try again.',
    },
    'document.gapUnknown': {
      status: 422,
      zh: '“{text}”中的 {gap} 不认识，没有保存。可填入的有：{known}。',
      en: 'The placeholder {gap} in "{text}" is not known, and nothing was saved. There are: {known}.',
    },
    'document.gapNotAlone': {
      status: 422,
      zh: '“{text}”中的 {gap} 要单独占正文的一行，没有保存。请为它另起一行。',
      en: '{gap} in "{text}" has to stand on a line of its own in the text, and nothing was saved. Please give it one.',
    },
    'document.presentOnly': {
      status: 422,
      zh: '“{title}”不随定稿保留，只能按当前数据生成，没有生成文件。请不要指明定稿；按定稿可以生成的有：{known}。',
      en: '"{title}" is not kept with adopted plans and can only be made of the present data; no file was made. Please leave the number of the adopted plan out; of an adopted plan there are: {known}.',
    },
    'document.noStatements': {
      status: 404,
      zh: '所选范围内没有社区，没有可打印的。请另选街道、区县或类别。',
      en: 'There is no community in what was chosen, and so nothing to print. Please choose another subdistrict, district or class.',
    },
    'document.tooManyStatements': {
      status: 422,
      zh: '所选范围有 {count} 个社区，一份 PDF 至多 {limit} 个，没有开始打印。请按区县或街道分几份打印。',
      en: 'There are {count} communities in what was chosen, and one PDF holds {limit} at most; printing was not begun. Please print by district or subdistrict.',
    },
    'document.subdistrictTwice': {
      status: 422,
      zh: '“{subdistrict}”在 {districts} 都有。请用 --district 说明是哪一个。',
      en: 'There is a "{subdistrict}" in each of {districts}. Please say with --district which one is meant.',
    },
    'document.notPng': {
      status: 422,
      zh: '图“{title}”不是完整的 PNG 图片，没有生成文件。请重新导出；方案没有被改动。',
      en: 'The chart "{title}" is not a whole PNG picture, and no file was made. Please export again; the plan is unchanged.',
    },
  },

  summaries: { documentSave: { zh: '{paper}', en: '{paper}' }, documentsSign: { zh: '所有文件的落款栏', en: 'Signatures of all papers' } },

  subjects: { documentSetting: { zh: '文件格式', en: 'Papers' } },

  papers: {},

  commands: {
    print: {
      order: 11,
      lines: [
        'print INPUT | --plan FILE  --table NAME --out FILE.pdf [--community CODE|NAME | --district NAME --subdistrict NAME --class KEY] [--adopted NUMBER] [--policy NAME|FILE.json] [--year YEAR]',
      ],
      zh: '把一张附表打印成 PDF（用已安装的 Chromium、Chrome 或 Edge，不显示窗口）：{tables}；版式取自方案文件。核定单可打印一个社区（--community），或一个区县、街道、类别的各社区；都不写就打印全部，每个社区另起一页。--adopted 打印已定方案，限于 {adopted}。',
      en: 'Prints a table into a PDF (with the installed Chromium, Chrome or Edge, without a window): {tables}; laid out as the plan file says. Statements are those of one community (--community), or of a district, subdistrict or class; without any of these of all, each on a sheet of its own. --adopted prints an adopted plan: {adopted}.',
    },
  },
} as const satisfies ModuleWords
