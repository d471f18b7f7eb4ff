/**
 * What a job says when it cannot do what it was asked. Anything else that is thrown is a mistake of ours
 * and reaches the caller as code `internal`.
 */
export class JobError extends Error {
  /**
   * @param {string} code lasting name of the failure, kebab case (listed in README.md)
   * @param {string} message one English sentence for the log; never holds file contents
   * @param {Record<string, unknown>} [details] values a caller may need for its own message
   */
  constructor(code, message, details = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

/**
 * The `error` of a reply.
 * @param {unknown} error whatever was thrown
 * @returns {{code: string, message: string}} with the details of a JobError beside them
 */
export function describe(error) {
  if (error instanceof JobError) {
    return { ...error.details, code: error.code, message: error.message };
  }

  const message = error instanceof Error ? error.message : String(error);
  return typeof error?.code === "string" && typeof error?.syscall === "string"
    ? { code: "file-system", message, errno: error.code }
    : { code: "internal", message };
}
