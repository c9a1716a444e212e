export * from '@sepakat/rules/words/dates.ts'
