import type { SameTexts } from '../../locales/texts.ts'
import type { zh } from './zh.ts'

export const en: SameTexts<typeof zh> = {
  pages: { receipts: 'Receipts' },

  operations: {
    receipts: { add: 'Receipts entered', save: 'Receipt corrected', remove: 'Receipt removed', instalments: 'Instalments changed' },
  },

  texts: {
    receipts: {
      noneYet: 'No receipt was entered for this year; what is short is what the plan makes due by {date}',
      note: "Due by the year's allocation, as of {date}",
      add: 'Enter receipts',
      added: 'Receipts entered: {count}, {amount} yuan in all',
      correct: 'Correct',
      correctTitle: 'Correct a receipt',
      corrected: 'Receipt corrected',
      remove: 'Remove',
      removed: 'Receipt removed',
      excel: 'Export to Excel',
      search: 'Find a community',
      allPayers: 'All payers',
      onlyShort: 'Short only',
      lateFor: 'Late',
      unknown: 'What is due is not known for communities: {count} (the plan gives no amount); only what came in counts them',
      dueUnknown: 'The plan gives no amount for this community, so what is due is not known',
      unknownLeftOut: 'Left out, for what is due is not known, communities: {count}',
      lateSaid: 'communities: {count}, days at most: {days}',
      late: '{payer}: {amount} × 10,000 yuan short in {count} communities, {days} days late at most',
      daysLate: 'days late: {count}',
      parts: 'Instalments (received / due, yuan)',
      received: 'Receipts',
      nothing: 'Nothing has come in yet',
      by: 'For whom',
      bys: {
        one: 'One community',
        due: 'What is due and short, for each community',
        year: "What is open of the year's amount, for each community",
      },
      sum: 'Communities: {count}, {amount} yuan in all',
      instalments: 'Instalments …',
      instalmentsTitle: 'Instalments',
      instalmentsSaved: 'Instalments saved',
      instalmentsNote: 'The instalments of a payer are 100 % together; who has none of his own follows "all others". Two halves are ours.',
      dueDay: 'Due on (MM-DD)',
      percent: 'Share (%)',
      everybody: 'All others',
      another: 'Another instalment',
      takeOut: 'Take out',
    },
  },
}
