export * from '@sepakat/rules/names/formNames.ts'
