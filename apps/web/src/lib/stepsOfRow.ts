export * from '@sepakat/rules/words/stepsOfRow.ts'
