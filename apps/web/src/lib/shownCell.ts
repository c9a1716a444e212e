export * from '@sepakat/rules/words/shownCell.ts'
