export * from '@sepakat/rules/periods/dates.ts'
