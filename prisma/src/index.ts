export * from './append-event.ts'
export * from './database.ts'
