import * as sheetjs from 'xlsx'
import { expect, it } from 'vitest'
import { describeProblem } from '../../../src-main/words/problems.ts'
import { oneSheet, workbookBytes, type CellInput } from '../../support/spreadsheet-files.ts'
import { partsOf, zipOf } from '../../support/zip.ts'
import { base64Of, emptyPlan, HEADER, type Delivered } from './import-files.ts'

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MICROSOFT = 'http://schemas.microsoft.com/office/2006/relationships'
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

const tableOf = (name: string): CellInput[][] => [HEADER, ['城北区', '一街道', name, 1200, 10, 5]]
type Parts = Record<string, string>

/** Declares a part of the package, by the last words of its type. */
const declared = (parts: Parts, path: string, type: string): Parts => ({
  ...parts,
  '[Content_Types].xml': parts['[Content_Types].xml']!.replace('</Types>', `<Override PartName="/${path}" ContentType="${type}"/></Types>`),
})

/** Puts another tab before the sheet of a workbook. */
function withTab(parts: Parts, name: string, path: string, relation: string, content: string, type: string): Parts {
  const rels = 'xl/_rels/workbook.xml.rels'
  return declared(
    {
      ...parts,
      [path]: content,
      [rels]: parts[rels]!.replace('</Rel', `<Relationship Id="rIdX" Type="${relation}" Target="${path.slice(3)}"/></Rel`),
      'xl/workbook.xml': parts['xl/workbook.xml']!.replace(
        '<sheets>',
        `<sheets><sheet name="${name}" sheetId="77" xmlns:r="${RELATION}" r:id="rIdX"/>`,
      ),
    },
    path,
    type,
  )
}

const withComments = (parts: Parts): Parts =>
  declared(
    declared(
      {
        ...parts,
        'xl/persons/person.xml': '<personList><person displayName="王" id="{1}"/></personList>',
        'xl/threadedComments/threadedComment1.xml':
          '<ThreadedComments><threadedComment ref="D2" id="{2}"><text>?</text></threadedComment></ThreadedComments>',
        'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>`,
      },
      'xl/persons/person.xml',
      'application/vnd.ms-excel.person+xml',
    ),
    'xl/threadedComments/threadedComment1.xml',
    'application/vnd.ms-excel.threadedcomments+xml',
  )

const withDocument = (parts: Parts): Parts => ({
  ...parts,
  'xl/embeddings/Microsoft_Word_Document1.docx': 'PK',
  'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATION}/package" Target="../embeddings/Microsoft_Word_Document1.docx"/></Relationships>`,
})

/** An .xls in whose storage a Word document and another workbook lie. */
function oldWithObjects(name: string): Uint8Array {
  const workbook = (rows: CellInput[][]): Buffer => Buffer.from(workbookBytes([{ name: '表一', rows }], 'biff8'))
  const streamOf = (bytes: Buffer): Uint8Array =>
    sheetjs.CFB.find(sheetjs.CFB.read(bytes, { type: 'buffer' }), 'Workbook').content as Uint8Array
  const file = sheetjs.CFB.utils.cfb_new()
  sheetjs.CFB.utils.cfb_add(file, '/MBD00000001/WordDocument', Buffer.alloc(5000, 1))
  sheetjs.CFB.utils.cfb_add(file, '/MBD00000002/Workbook', streamOf(workbook([['另一个工作簿']])))
  sheetjs.CFB.utils.cfb_add(file, '/Workbook', streamOf(workbook(tableOf(name))))
  return new Uint8Array(sheetjs.CFB.write(file, { type: 'buffer' }) as Buffer)
}

it('what a workbook holds beside cells does not keep it from being read, and is named', async () => {
  const partsFor = (name: string): Promise<Parts> => partsOf(oneSheet(tableOf(name)))
  const chart = '<chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews/></chartsheet>'
  const macros = `<xm:macrosheet xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" ${MAIN}><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></xm:macrosheet>`
  const files: [fileName: string, bytes: Uint8Array][] = [
    ['批注.xlsx', zipOf(withComments(await partsFor('甲社区')))],
    [
      '图表.xlsx',
      zipOf(
        withTab(
          await partsFor('乙社区'),
          '图&amp;表',
          'xl/chartsheets/sheet1.xml',
          `${RELATION}/chartsheet`,
          chart,
          `${CONTENT}.chartsheet+xml`,
        ),
      ),
    ],
    [
      '宏.xlsm',
      zipOf(
        withTab(
          await partsFor('丙社区'),
          '宏1',
          'xl/macrosheets/sheet1.xml',
          `${MICROSOFT}/xlMacrosheet`,
          macros,
          'application/vnd.ms-excel.macrosheet+xml',
        ),
      ),
    ],
    ['嵌入.xlsx', zipOf(withDocument(await partsFor('丁社区')))],
    ['嵌入.xls', oldWithObjects('戊社区')],
    ['都没有.xlsx', oneSheet(tableOf('己社区'))],
  ]
  const desk = await emptyPlan()
  const answer = await desk.ask('import.desk', {
    files: files.map(([fileName, bytes]): Delivered => ({ fileName, base64: base64Of(bytes) })),
  })
  const said = answer.files.map(({ file, problems }) => [
    file,
    ...problems.filter(({ code }) => /^file\.|leftOut/.test(code)).map((each) => describeProblem(each, 'zh').replace(/。其中.*?（/, '（')),
  ])
  expect(said).toEqual([
    ['批注.xlsx', expect.stringMatching(/没有读取批注对话（/)],
    ['图表.xlsx', expect.stringMatching(/没有读取图表工作表：图&表（/)],
    ['宏.xlsm', expect.stringMatching(/没有读取宏表：宏1（/)],
    ['嵌入.xlsx', expect.stringMatching(/没有读取嵌入的文档（/)],
    ['嵌入.xls', expect.stringMatching(/没有读取嵌入的文档（/)],
    ['都没有.xlsx'],
  ])
  expect(answer.counts).toMatchObject({ rows: 6, added: 6, errors: 0 })
})

it('rare characters that are written as entities come out right, also in the name of a sheet and in formulas', async () => {
  const parts = await partsOf(oneSheet(tableOf('甲社区')))
  const rare = (xml: string): string =>
    xml.replaceAll('甲社区', '&#x20BB7;&#134071;&#xD842;&#xdfb7;&#55362;&#57271;&#x4e2d;社区').replaceAll('表一', '&#x20bb7;表')
  const changed = Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, rare(xml)]))
  const desk = await emptyPlan()
  const answer = await desk.ask('import.desk', { files: [{ fileName: '稀.xlsx', base64: base64Of(zipOf(changed)) }] })
  expect(answer.files[0]!.sheets).toEqual(['𠮷表'])
  expect(answer.added.map(({ name }) => name)).toEqual(['𠮷𠮷𠮷𠮷中社区'])
})
