export * from './demo.ts'
export * from './demo-reports.ts'
export * from './reference.ts'
