export * from '@sepakat/rules/names/stepsOfRow.ts'
