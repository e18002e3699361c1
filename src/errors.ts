/** The errors a user can cause: each has a code, one line saying what is wrong, and what to do about it. */

export type ErrorCode =
  | 'usage'
  | 'corpus-missing'
  | 'corpus-empty'
  | 'manifest-invalid'
  | 'index-missing'
  | 'index-version'
  | 'index-damaged'
  | 'index-unwritable'
  | 'ingest-running'
  | 'file-missing'
  | 'not-found'
  | 'bad-request'

/** A mistake of the user's: shown as one line and a remedy, never with a stack trace. */
export class UserError extends Error {
  readonly code: ErrorCode
  readonly remedy: string

  constructor(code: ErrorCode, message: string, remedy: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'UserError'
    this.code = code
    this.remedy = remedy
  }
}
