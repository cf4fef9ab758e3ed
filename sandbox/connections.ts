/**
 * Options of the servers that the parts of the sandbox ask each other through. They never close an idle connection: on a
 * busy machine a request could otherwise be on its way just then, and fail.
 */
export const partServer = { keepAliveTimeout: 0 } as const;
