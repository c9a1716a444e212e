export * from '@sepakat/rules/words/formNames.ts'
