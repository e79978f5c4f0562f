import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 7723:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

// Left out of the bundle, since its index brings the whole of undici: fetch, WebSocket, caches, mocks, interceptors.
exports.Client = __nccwpck_require__(2574);
exports.Client.prototype.request = __nccwpck_require__(9312);
exports.h = () => { throw new Error('The bundle holds no fetch'); };


/***/ }),

/***/ 9312:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



// Put otherwise, since to load `node:assert` takes milliseconds.
const assert = (held, message = 'undici: an assertion failed') => { if (!held) throw new Error(message); }
const { AsyncResource } = __nccwpck_require__(6698)
const { Readable } = __nccwpck_require__(6782)
const { InvalidArgumentError, RequestAbortedError } = __nccwpck_require__(3092)
const util = __nccwpck_require__(9203)

function noop () {}

class RequestHandler extends AsyncResource {
  constructor (opts, callback) {
    if (!opts || typeof opts !== 'object') {
      throw new InvalidArgumentError('invalid opts')
    }

    const { signal, method, opaque, body, onInfo, responseHeaders, highWaterMark } = opts

    try {
      if (typeof callback !== 'function') {
        throw new InvalidArgumentError('invalid callback')
      }

      if (highWaterMark != null && (!Number.isFinite(highWaterMark) || highWaterMark < 0)) {
        throw new InvalidArgumentError('invalid highWaterMark')
      }

      if (signal && typeof signal.on !== 'function' && typeof signal.addEventListener !== 'function') {
        throw new InvalidArgumentError('signal must be an EventEmitter or EventTarget')
      }

      if (method === 'CONNECT') {
        throw new InvalidArgumentError('invalid method')
      }

      if (onInfo && typeof onInfo !== 'function') {
        throw new InvalidArgumentError('invalid onInfo callback')
      }

      super('UNDICI_REQUEST')
    } catch (err) {
      if (util.isStream(body)) {
        util.destroy(body.on('error', noop), err)
      }
      throw err
    }

    this.method = method
    this.responseHeaders = responseHeaders || null
    this.opaque = opaque || null
    this.callback = callback
    this.res = null
    this.abort = null
    this.body = body
    this.trailers = {}
    this.context = null
    this.onInfo = onInfo || null
    this.highWaterMark = highWaterMark
    this.reason = null
    this.removeAbortListener = null

    if (signal?.aborted) {
      this.reason = signal.reason ?? new RequestAbortedError()
    } else if (signal) {
      this.removeAbortListener = util.addAbortListener(signal, () => {
        this.reason = signal.reason ?? new RequestAbortedError()
        if (this.res) {
          util.destroy(this.res.on('error', noop), this.reason)
        } else if (this.abort) {
          this.abort(this.reason)
        }
      })
    }
  }

  onConnect (abort, context) {
    if (this.reason) {
      abort(this.reason)
      return
    }

    assert(this.callback)

    this.abort = abort
    this.context = context
  }

  onHeaders (statusCode, rawHeaders, resume, statusMessage) {
    const { callback, opaque, abort, context, responseHeaders, highWaterMark } = this

    const headers = responseHeaders === 'raw' ? util.parseRawHeaders(rawHeaders) : util.parseHeaders(rawHeaders)

    if (statusCode < 200) {
      if (this.onInfo) {
        this.onInfo({ statusCode, headers })
      }
      return
    }

    const parsedHeaders = responseHeaders === 'raw' ? util.parseHeaders(rawHeaders) : headers
    const contentType = parsedHeaders['content-type']
    const contentLength = parsedHeaders['content-length']
    const res = new Readable({
      resume,
      abort,
      contentType,
      contentLength: this.method !== 'HEAD' && contentLength
        ? Number(contentLength)
        : null,
      highWaterMark
    })

    if (this.removeAbortListener) {
      res.on('close', this.removeAbortListener)
      this.removeAbortListener = null
    }

    this.callback = null
    this.res = res
    if (callback !== null) {
      try {
        this.runInAsyncScope(callback, null, null, {
          statusCode,
          statusText: statusMessage,
          headers,
          trailers: this.trailers,
          opaque,
          body: res,
          context
        })
      } catch (err) {
        this.res = null

        util.destroy(res.on('error', noop), err)

        queueMicrotask(() => {
          throw err
        })
      }
    }
  }

  onData (chunk) {
    return this.res.push(chunk)
  }

  onComplete (trailers) {
    util.parseHeaders(trailers, this.trailers)
    this.res.push(null)
  }

  onError (err) {
    const { res, callback, body, opaque } = this

    if (callback) {
      this.callback = null
      queueMicrotask(() => {
        this.runInAsyncScope(callback, null, err, { opaque })
      })
    }

    if (res) {
      this.res = null
      queueMicrotask(() => {
        util.destroy(res.on('error', noop), err)
      })
    }

    if (body) {
      this.body = null

      if (util.isStream(body)) {
        body.on('error', noop)
        util.destroy(body, err)
      }
    }

    if (this.removeAbortListener) {
      this.removeAbortListener()
      this.removeAbortListener = null
    }
  }
}

function request (opts, callback) {
  if (callback === undefined) {
    return new Promise((resolve, reject) => {
      request.call(this, opts, (err, data) => {
        return err ? reject(err) : resolve(data)
      })
    })
  }

  try {
    const handler = new RequestHandler(opts, callback)

    this.dispatch(opts, handler)
  } catch (err) {
    if (typeof callback !== 'function') {
      throw err
    }
    const opaque = opts?.opaque
    queueMicrotask(() => callback(err, { opaque }))
  }
}

module.exports = request
module.exports.RequestHandler = RequestHandler


/***/ }),

/***/ 6782:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



// Put otherwise, since to load `node:assert` takes milliseconds.
const assert = (held, message = 'undici: an assertion failed') => { if (!held) throw new Error(message); }
const { Readable } = __nccwpck_require__(7075)
const { RequestAbortedError, NotSupportedError, InvalidArgumentError, AbortError } = __nccwpck_require__(3092)
const util = __nccwpck_require__(9203)
const { ReadableStreamFrom } = __nccwpck_require__(9203)

const kConsume = Symbol('kConsume')
const kReading = Symbol('kReading')
const kBody = Symbol('kBody')
const kAbort = Symbol('kAbort')
const kContentType = Symbol('kContentType')
const kContentLength = Symbol('kContentLength')
const kUsed = Symbol('kUsed')
const kBytesRead = Symbol('kBytesRead')

const noop = () => {}

class BodyReadable extends Readable {
  constructor ({
    resume,
    abort,
    contentType = '',
    contentLength,
    highWaterMark = 64 * 1024
  }) {
    super({
      autoDestroy: true,
      read: resume,
      highWaterMark
    })

    this._readableState.dataEmitted = false

    this[kAbort] = abort

    this[kConsume] = null

    this[kBytesRead] = 0

    this[kBody] = null

    this[kUsed] = false

    this[kContentType] = contentType

    this[kContentLength] = Number.isFinite(contentLength) ? contentLength : null

    this[kReading] = false
  }

  _destroy (err, callback) {
    if (!err && !this._readableState.endEmitted) {
      err = new RequestAbortedError()
    }

    if (err) {
      this[kAbort]()
    }

    if (!this[kUsed]) {
      setImmediate(callback, err)
    } else {
      callback(err)
    }
  }

  on (event, listener) {
    if (event === 'data' || event === 'readable') {
      this[kReading] = true
      this[kUsed] = true
    }
    return super.on(event, listener)
  }

  addListener (event, listener) {
    return this.on(event, listener)
  }

  off (event, listener) {
    const ret = super.off(event, listener)
    if (event === 'data' || event === 'readable') {
      this[kReading] = (
        this.listenerCount('data') > 0 ||
        this.listenerCount('readable') > 0
      )
    }
    return ret
  }

  removeListener (event, listener) {
    return this.off(event, listener)
  }

  push (chunk) {
    if (chunk) {
      this[kBytesRead] += chunk.length
      if (this[kConsume]) {
        consumePush(this[kConsume], chunk)
        return this[kReading] ? super.push(chunk) : true
      }
    }

    return super.push(chunk)
  }

  text () {
    return consume(this, 'text')
  }

  json () {
    return consume(this, 'json')
  }

  blob () {
    return consume(this, 'blob')
  }

  bytes () {
    return consume(this, 'bytes')
  }

  arrayBuffer () {
    return consume(this, 'arrayBuffer')
  }

  async formData () {
    throw new NotSupportedError()
  }

  get bodyUsed () {
    return util.isDisturbed(this)
  }

  get body () {
    if (!this[kBody]) {
      this[kBody] = ReadableStreamFrom(this)
      if (this[kConsume]) {
        this[kBody].getReader()
        assert(this[kBody].locked)
      }
    }
    return this[kBody]
  }

  dump (opts) {
    const signal = opts?.signal

    if (signal != null && (typeof signal !== 'object' || !('aborted' in signal))) {
      return Promise.reject(new InvalidArgumentError('signal must be an AbortSignal'))
    }

    const limit = opts?.limit && Number.isFinite(opts.limit)
      ? opts.limit
      : 128 * 1024

    if (signal?.aborted) {
      return Promise.reject(signal.reason ?? new AbortError())
    }

    if (this._readableState.closeEmitted) {
      return Promise.resolve(null)
    }

    return new Promise((resolve, reject) => {
      if (
        (this[kContentLength] && (this[kContentLength] > limit)) ||
        this[kBytesRead] > limit
      ) {
        this.destroy(new AbortError())
      }

      if (signal) {
        const onAbort = () => {
          this.destroy(signal.reason ?? new AbortError())
        }
        signal.addEventListener('abort', onAbort)
        this
          .on('close', function () {
            signal.removeEventListener('abort', onAbort)
            if (signal.aborted) {
              reject(signal.reason ?? new AbortError())
            } else {
              resolve(null)
            }
          })
      } else {
        this.on('close', resolve)
      }

      this
        .on('error', noop)
        .on('data', () => {
          if (this[kBytesRead] > limit) {
            this.destroy()
          }
        })
        .resume()
    })
  }

  setEncoding (encoding) {
    if (Buffer.isEncoding(encoding)) {
      this._readableState.encoding = encoding
    }
    return this
  }
}

function isLocked (bodyReadable) {
  return bodyReadable[kBody]?.locked === true || bodyReadable[kConsume] !== null
}

function isUnusable (bodyReadable) {
  return util.isDisturbed(bodyReadable) || isLocked(bodyReadable)
}



function consume (stream, type) {
  assert(!stream[kConsume])

  return new Promise((resolve, reject) => {
    if (isUnusable(stream)) {
      const rState = stream._readableState
      if (rState.destroyed && rState.closeEmitted === false) {
        stream
          .on('error', reject)
          .on('close', () => {
            reject(new TypeError('unusable'))
          })
      } else {
        reject(rState.errored ?? new TypeError('unusable'))
      }
    } else {
      queueMicrotask(() => {
        stream[kConsume] = {
          type,
          stream,
          resolve,
          reject,
          length: 0,
          body: []
        }

        stream
          .on('error', function (err) {
            consumeFinish(this[kConsume], err)
          })
          .on('close', function () {
            if (this[kConsume].body !== null) {
              consumeFinish(this[kConsume], new RequestAbortedError())
            }
          })

        consumeStart(stream[kConsume])
      })
    }
  })
}

function consumeStart (consume) {
  if (consume.body === null) {
    return
  }

  const { _readableState: state } = consume.stream

  if (state.bufferIndex) {
    const start = state.bufferIndex
    const end = state.buffer.length
    for (let n = start; n < end; n++) {
      consumePush(consume, state.buffer[n])
    }
  } else {
    for (const chunk of state.buffer) {
      consumePush(consume, chunk)
    }
  }

  if (state.endEmitted) {
    consumeEnd(this[kConsume], this._readableState.encoding)
  } else {
    consume.stream.on('end', function () {
      consumeEnd(this[kConsume], this._readableState.encoding)
    })
  }

  consume.stream.resume()

  while (consume.stream.read() != null) {
  }
}

function chunksDecode (chunks, length, encoding) {
  if (chunks.length === 0 || length === 0) {
    return ''
  }
  const buffer = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks, length)
  const bufferLength = buffer.length

  const start =
    bufferLength > 2 &&
    buffer[0] === 0xef &&
    buffer[1] === 0xbb &&
    buffer[2] === 0xbf
      ? 3
      : 0
  if (!encoding || encoding === 'utf8' || encoding === 'utf-8') {
    return buffer.utf8Slice(start, bufferLength)
  } else {
    return buffer.subarray(start, bufferLength).toString(encoding)
  }
}

function chunksConcat (chunks, length) {
  if (chunks.length === 0 || length === 0) {
    return new Uint8Array(0)
  }
  if (chunks.length === 1) {
    return new Uint8Array(chunks[0])
  }
  const buffer = new Uint8Array(Buffer.allocUnsafeSlow(length).buffer)

  let offset = 0
  for (let i = 0; i < chunks.length; ++i) {
    const chunk = chunks[i]
    buffer.set(chunk, offset)
    offset += chunk.length
  }

  return buffer
}

function consumeEnd (consume, encoding) {
  const { type, body, resolve, stream, length } = consume

  try {
    if (type === 'text') {
      resolve(chunksDecode(body, length, encoding))
    } else if (type === 'json') {
      resolve(JSON.parse(chunksDecode(body, length, encoding)))
    } else if (type === 'arrayBuffer') {
      resolve(chunksConcat(body, length).buffer)
    } else if (type === 'blob') {
      resolve(new Blob(body, { type: stream[kContentType] }))
    } else if (type === 'bytes') {
      resolve(chunksConcat(body, length))
    }

    consumeFinish(consume)
  } catch (err) {
    stream.destroy(err)
  }
}

function consumePush (consume, chunk) {
  consume.length += chunk.length
  consume.body.push(chunk)
}

function consumeFinish (consume, err) {
  if (consume.body === null) {
    return
  }

  if (err) {
    consume.reject(err)
  } else {
    consume.resolve()
  }

  consume.type = null
  consume.stream = null
  consume.resolve = null
  consume.reject = null
  consume.length = 0
  consume.body = null
}

module.exports = {
  Readable: BodyReadable,
  chunksDecode
}


/***/ }),

/***/ 3657:
/***/ ((module) => {

// Left out of the bundle, since the gate makes its connections itself.
module.exports = () => { throw new Error('The bundle holds no connector'); };


/***/ }),

/***/ 4574:
/***/ ((module) => {



const wellknownHeaderNames = ([
  'Accept',
  'Accept-Encoding',
  'Accept-Language',
  'Accept-Ranges',
  'Access-Control-Allow-Credentials',
  'Access-Control-Allow-Headers',
  'Access-Control-Allow-Methods',
  'Access-Control-Allow-Origin',
  'Access-Control-Expose-Headers',
  'Access-Control-Max-Age',
  'Access-Control-Request-Headers',
  'Access-Control-Request-Method',
  'Age',
  'Allow',
  'Alt-Svc',
  'Alt-Used',
  'Authorization',
  'Cache-Control',
  'Clear-Site-Data',
  'Connection',
  'Content-Disposition',
  'Content-Encoding',
  'Content-Language',
  'Content-Length',
  'Content-Location',
  'Content-Range',
  'Content-Security-Policy',
  'Content-Security-Policy-Report-Only',
  'Content-Type',
  'Cookie',
  'Cross-Origin-Embedder-Policy',
  'Cross-Origin-Opener-Policy',
  'Cross-Origin-Resource-Policy',
  'Date',
  'Device-Memory',
  'Downlink',
  'ECT',
  'ETag',
  'Expect',
  'Expect-CT',
  'Expires',
  'Forwarded',
  'From',
  'Host',
  'If-Match',
  'If-Modified-Since',
  'If-None-Match',
  'If-Range',
  'If-Unmodified-Since',
  'Keep-Alive',
  'Last-Modified',
  'Link',
  'Location',
  'Max-Forwards',
  'Origin',
  'Permissions-Policy',
  'Pragma',
  'Proxy-Authenticate',
  'Proxy-Authorization',
  'RTT',
  'Range',
  'Referer',
  'Referrer-Policy',
  'Refresh',
  'Retry-After',
  'Sec-WebSocket-Accept',
  'Sec-WebSocket-Extensions',
  'Sec-WebSocket-Key',
  'Sec-WebSocket-Protocol',
  'Sec-WebSocket-Version',
  'Server',
  'Server-Timing',
  'Service-Worker-Allowed',
  'Service-Worker-Navigation-Preload',
  'Set-Cookie',
  'SourceMap',
  'Strict-Transport-Security',
  'Supports-Loading-Mode',
  'TE',
  'Timing-Allow-Origin',
  'Trailer',
  'Transfer-Encoding',
  'Upgrade',
  'Upgrade-Insecure-Requests',
  'User-Agent',
  'Vary',
  'Via',
  'WWW-Authenticate',
  'X-Content-Type-Options',
  'X-DNS-Prefetch-Control',
  'X-Frame-Options',
  'X-Permitted-Cross-Domain-Policies',
  'X-Powered-By',
  'X-Requested-With',
  'X-XSS-Protection'
])

const headerNameLowerCasedRecord = {}

Object.setPrototypeOf(headerNameLowerCasedRecord, null)

const wellknownHeaderNameBuffers = {}

Object.setPrototypeOf(wellknownHeaderNameBuffers, null)

function getHeaderNameAsBuffer (header) {
  let buffer = wellknownHeaderNameBuffers[header]

  if (buffer === undefined) {
    buffer = Buffer.from(header)
  }

  return buffer
}

for (let i = 0; i < wellknownHeaderNames.length; ++i) {
  const key = wellknownHeaderNames[i]
  const lowerCasedKey = key.toLowerCase()
  headerNameLowerCasedRecord[key] = headerNameLowerCasedRecord[lowerCasedKey] =
    lowerCasedKey
}

module.exports = {
  wellknownHeaderNames,
  headerNameLowerCasedRecord,
  getHeaderNameAsBuffer
}


/***/ }),

/***/ 6883:
/***/ ((__unused_webpack_module, exports) => {

// Left out of the bundle, since nobody subscribes to its channels.
const unheard = { hasSubscribers: false };
exports.channels = new Proxy({}, { get: () => unheard });


/***/ }),

/***/ 3092:
/***/ ((module) => {



const kUndiciError = Symbol.for('undici.error.UND_ERR')
class UndiciError extends Error {
  constructor (message, options) {
    super(message, options)
    this.name = 'UndiciError'
    this.code = 'UND_ERR'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kUndiciError] === true
  }

  get [kUndiciError] () {
    return true
  }
}

const kConnectTimeoutError = Symbol.for('undici.error.UND_ERR_CONNECT_TIMEOUT')
class ConnectTimeoutError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'ConnectTimeoutError'
    this.message = message || 'Connect Timeout Error'
    this.code = 'UND_ERR_CONNECT_TIMEOUT'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kConnectTimeoutError] === true
  }

  get [kConnectTimeoutError] () {
    return true
  }
}

const kHeadersTimeoutError = Symbol.for('undici.error.UND_ERR_HEADERS_TIMEOUT')
class HeadersTimeoutError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'HeadersTimeoutError'
    this.message = message || 'Headers Timeout Error'
    this.code = 'UND_ERR_HEADERS_TIMEOUT'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kHeadersTimeoutError] === true
  }

  get [kHeadersTimeoutError] () {
    return true
  }
}

const kHeadersOverflowError = Symbol.for('undici.error.UND_ERR_HEADERS_OVERFLOW')
class HeadersOverflowError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'HeadersOverflowError'
    this.message = message || 'Headers Overflow Error'
    this.code = 'UND_ERR_HEADERS_OVERFLOW'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kHeadersOverflowError] === true
  }

  get [kHeadersOverflowError] () {
    return true
  }
}

const kBodyTimeoutError = Symbol.for('undici.error.UND_ERR_BODY_TIMEOUT')
class BodyTimeoutError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'BodyTimeoutError'
    this.message = message || 'Body Timeout Error'
    this.code = 'UND_ERR_BODY_TIMEOUT'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kBodyTimeoutError] === true
  }

  get [kBodyTimeoutError] () {
    return true
  }
}

const kInvalidArgumentError = Symbol.for('undici.error.UND_ERR_INVALID_ARG')
class InvalidArgumentError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'InvalidArgumentError'
    this.message = message || 'Invalid Argument Error'
    this.code = 'UND_ERR_INVALID_ARG'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kInvalidArgumentError] === true
  }

  get [kInvalidArgumentError] () {
    return true
  }
}

const kInvalidReturnValueError = Symbol.for('undici.error.UND_ERR_INVALID_RETURN_VALUE')
class InvalidReturnValueError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'InvalidReturnValueError'
    this.message = message || 'Invalid Return Value Error'
    this.code = 'UND_ERR_INVALID_RETURN_VALUE'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kInvalidReturnValueError] === true
  }

  get [kInvalidReturnValueError] () {
    return true
  }
}

const kAbortError = Symbol.for('undici.error.UND_ERR_ABORT')
class AbortError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'AbortError'
    this.message = message || 'The operation was aborted'
    this.code = 'UND_ERR_ABORT'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kAbortError] === true
  }

  get [kAbortError] () {
    return true
  }
}

const kRequestAbortedError = Symbol.for('undici.error.UND_ERR_ABORTED')
class RequestAbortedError extends AbortError {
  constructor (message) {
    super(message)
    this.name = 'AbortError'
    this.message = message || 'Request aborted'
    this.code = 'UND_ERR_ABORTED'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kRequestAbortedError] === true
  }

  get [kRequestAbortedError] () {
    return true
  }
}

const kInformationalError = Symbol.for('undici.error.UND_ERR_INFO')
class InformationalError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'InformationalError'
    this.message = message || 'Request information'
    this.code = 'UND_ERR_INFO'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kInformationalError] === true
  }

  get [kInformationalError] () {
    return true
  }
}

const kRequestContentLengthMismatchError = Symbol.for('undici.error.UND_ERR_REQ_CONTENT_LENGTH_MISMATCH')
class RequestContentLengthMismatchError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'RequestContentLengthMismatchError'
    this.message = message || 'Request body length does not match content-length header'
    this.code = 'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kRequestContentLengthMismatchError] === true
  }

  get [kRequestContentLengthMismatchError] () {
    return true
  }
}

const kResponseContentLengthMismatchError = Symbol.for('undici.error.UND_ERR_RES_CONTENT_LENGTH_MISMATCH')
class ResponseContentLengthMismatchError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'ResponseContentLengthMismatchError'
    this.message = message || 'Response body length does not match content-length header'
    this.code = 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kResponseContentLengthMismatchError] === true
  }

  get [kResponseContentLengthMismatchError] () {
    return true
  }
}

const kClientDestroyedError = Symbol.for('undici.error.UND_ERR_DESTROYED')
class ClientDestroyedError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'ClientDestroyedError'
    this.message = message || 'The client is destroyed'
    this.code = 'UND_ERR_DESTROYED'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kClientDestroyedError] === true
  }

  get [kClientDestroyedError] () {
    return true
  }
}

const kClientClosedError = Symbol.for('undici.error.UND_ERR_CLOSED')
class ClientClosedError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'ClientClosedError'
    this.message = message || 'The client is closed'
    this.code = 'UND_ERR_CLOSED'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kClientClosedError] === true
  }

  get [kClientClosedError] () {
    return true
  }
}

const kSocketError = Symbol.for('undici.error.UND_ERR_SOCKET')
class SocketError extends UndiciError {
  constructor (message, socket) {
    super(message)
    this.name = 'SocketError'
    this.message = message || 'Socket error'
    this.code = 'UND_ERR_SOCKET'
    this.socket = socket
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kSocketError] === true
  }

  get [kSocketError] () {
    return true
  }
}

const kNotSupportedError = Symbol.for('undici.error.UND_ERR_NOT_SUPPORTED')
class NotSupportedError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'NotSupportedError'
    this.message = message || 'Not supported error'
    this.code = 'UND_ERR_NOT_SUPPORTED'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kNotSupportedError] === true
  }

  get [kNotSupportedError] () {
    return true
  }
}

const kBalancedPoolMissingUpstreamError = Symbol.for('undici.error.UND_ERR_BPL_MISSING_UPSTREAM')
class BalancedPoolMissingUpstreamError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'MissingUpstreamError'
    this.message = message || 'No upstream has been added to the BalancedPool'
    this.code = 'UND_ERR_BPL_MISSING_UPSTREAM'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kBalancedPoolMissingUpstreamError] === true
  }

  get [kBalancedPoolMissingUpstreamError] () {
    return true
  }
}

const kHTTPParserError = Symbol.for('undici.error.UND_ERR_HTTP_PARSER')
class HTTPParserError extends Error {
  constructor (message, code, data) {
    super(message)
    this.name = 'HTTPParserError'
    this.code = code ? `HPE_${code}` : undefined
    this.data = data ? data.toString() : undefined
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kHTTPParserError] === true
  }

  get [kHTTPParserError] () {
    return true
  }
}

const kResponseExceededMaxSizeError = Symbol.for('undici.error.UND_ERR_RES_EXCEEDED_MAX_SIZE')
class ResponseExceededMaxSizeError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'ResponseExceededMaxSizeError'
    this.message = message || 'Response content exceeded max size'
    this.code = 'UND_ERR_RES_EXCEEDED_MAX_SIZE'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kResponseExceededMaxSizeError] === true
  }

  get [kResponseExceededMaxSizeError] () {
    return true
  }
}

const kRequestRetryError = Symbol.for('undici.error.UND_ERR_REQ_RETRY')
class RequestRetryError extends UndiciError {
  constructor (message, code, { headers, data }) {
    super(message)
    this.name = 'RequestRetryError'
    this.message = message || 'Request retry error'
    this.code = 'UND_ERR_REQ_RETRY'
    this.statusCode = code
    this.data = data
    this.headers = headers
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kRequestRetryError] === true
  }

  get [kRequestRetryError] () {
    return true
  }
}

const kResponseError = Symbol.for('undici.error.UND_ERR_RESPONSE')
class ResponseError extends UndiciError {
  constructor (message, code, { headers, body }) {
    super(message)
    this.name = 'ResponseError'
    this.message = message || 'Response error'
    this.code = 'UND_ERR_RESPONSE'
    this.statusCode = code
    this.body = body
    this.headers = headers
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kResponseError] === true
  }

  get [kResponseError] () {
    return true
  }
}

const kSecureProxyConnectionError = Symbol.for('undici.error.UND_ERR_PRX_TLS')
class SecureProxyConnectionError extends UndiciError {
  constructor (cause, message, options = {}) {
    super(message, { cause, ...options })
    this.name = 'SecureProxyConnectionError'
    this.message = message || 'Secure Proxy Connection failed'
    this.code = 'UND_ERR_PRX_TLS'
    this.cause = cause
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kSecureProxyConnectionError] === true
  }

  get [kSecureProxyConnectionError] () {
    return true
  }
}

const kMaxOriginsReachedError = Symbol.for('undici.error.UND_ERR_MAX_ORIGINS_REACHED')
class MaxOriginsReachedError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'MaxOriginsReachedError'
    this.message = message || 'Maximum allowed origins reached'
    this.code = 'UND_ERR_MAX_ORIGINS_REACHED'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kMaxOriginsReachedError] === true
  }

  get [kMaxOriginsReachedError] () {
    return true
  }
}

class Socks5ProxyError extends UndiciError {
  constructor (message, code) {
    super(message)
    this.name = 'Socks5ProxyError'
    this.message = message || 'SOCKS5 proxy error'
    this.code = code || 'UND_ERR_SOCKS5'
  }
}

const kMessageSizeExceededError = Symbol.for('undici.error.UND_ERR_WS_MESSAGE_SIZE_EXCEEDED')
class MessageSizeExceededError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'MessageSizeExceededError'
    this.message = message || 'Max decompressed message size exceeded'
    this.code = 'UND_ERR_WS_MESSAGE_SIZE_EXCEEDED'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kMessageSizeExceededError] === true
  }

  get [kMessageSizeExceededError] () {
    return true
  }
}

module.exports = {
  AbortError,
  HTTPParserError,
  UndiciError,
  HeadersTimeoutError,
  HeadersOverflowError,
  BodyTimeoutError,
  RequestContentLengthMismatchError,
  ConnectTimeoutError,
  InvalidArgumentError,
  InvalidReturnValueError,
  RequestAbortedError,
  ClientDestroyedError,
  ClientClosedError,
  InformationalError,
  SocketError,
  NotSupportedError,
  ResponseContentLengthMismatchError,
  BalancedPoolMissingUpstreamError,
  ResponseExceededMaxSizeError,
  RequestRetryError,
  ResponseError,
  SecureProxyConnectionError,
  MaxOriginsReachedError,
  Socks5ProxyError,
  MessageSizeExceededError
}


/***/ }),

/***/ 9450:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const {
  InvalidArgumentError,
  NotSupportedError
} = __nccwpck_require__(3092)
// Put otherwise, since to load `node:assert` takes milliseconds.
const assert = (held, message = 'undici: an assertion failed') => { if (!held) throw new Error(message); }
const {
  isValidHTTPToken,
  isValidHeaderValue,
  isStream,
  destroy,
  isBuffer,
  isFormDataLike,
  isIterable,
  hasSafeIterator,
  isBlobLike,
  serializePathWithQuery,
  assertRequestHandler,
  getServerName,
  normalizedMethodRecords,
  getProtocolFromUrlString
} = __nccwpck_require__(9203)
const { channels } = __nccwpck_require__(6883)
const { headerNameLowerCasedRecord } = __nccwpck_require__(4574)

const invalidPathRegex = /[^\u0021-\u00ff]/

function isValidContentLengthHeaderValue (val) {
  if (typeof val !== 'string' || val.length === 0) {
    return false
  }

  for (let i = 0; i < val.length; i++) {
    const charCode = val.charCodeAt(i)
    if (charCode < 48 || charCode > 57) {
      return false
    }
  }

  return true
}

const kHandler = Symbol('handler')

class Request {
  constructor (origin, {
    path,
    method,
    body,
    headers,
    query,
    idempotent,
    blocking,
    upgrade,
    headersTimeout,
    bodyTimeout,
    reset,
    expectContinue,
    servername,
    throwOnError,
    maxRedirections,
    typeOfService
  }, handler) {
    if (typeof path !== 'string') {
      throw new InvalidArgumentError('path must be a string')
    } else if (
      path[0] !== '/' &&
      !(path.startsWith('http://') || path.startsWith('https://')) &&
      method !== 'CONNECT'
    ) {
      throw new InvalidArgumentError('path must be an absolute URL or start with a slash')
    } else if (invalidPathRegex.test(path)) {
      throw new InvalidArgumentError('invalid request path')
    }

    if (typeof method !== 'string') {
      throw new InvalidArgumentError('method must be a string')
    } else if (normalizedMethodRecords[method] === undefined && !isValidHTTPToken(method)) {
      throw new InvalidArgumentError('invalid request method')
    }

    if (upgrade && typeof upgrade !== 'string') {
      throw new InvalidArgumentError('upgrade must be a string')
    }

    if (upgrade && !isValidHeaderValue(upgrade)) {
      throw new InvalidArgumentError('invalid upgrade header')
    }

    if (headersTimeout != null && (!Number.isFinite(headersTimeout) || headersTimeout < 0)) {
      throw new InvalidArgumentError('invalid headersTimeout')
    }

    if (bodyTimeout != null && (!Number.isFinite(bodyTimeout) || bodyTimeout < 0)) {
      throw new InvalidArgumentError('invalid bodyTimeout')
    }

    if (reset != null && typeof reset !== 'boolean') {
      throw new InvalidArgumentError('invalid reset')
    }

    if (expectContinue != null && typeof expectContinue !== 'boolean') {
      throw new InvalidArgumentError('invalid expectContinue')
    }

    if (throwOnError != null) {
      throw new InvalidArgumentError('invalid throwOnError')
    }

    if (maxRedirections != null && maxRedirections !== 0) {
      throw new InvalidArgumentError('maxRedirections is not supported, use the redirect interceptor')
    }

    if (typeOfService != null && (!Number.isInteger(typeOfService) || typeOfService < 0 || typeOfService > 255)) {
      throw new InvalidArgumentError('typeOfService must be an integer between 0 and 255')
    }

    this.headersTimeout = headersTimeout

    this.bodyTimeout = bodyTimeout

    this.method = method

    this.typeOfService = typeOfService

    this.abort = null

    if (body == null) {
      this.body = null
    } else if (isStream(body)) {
      this.body = body

      const rState = this.body._readableState
      if (!rState || !rState.autoDestroy) {
        this.endHandler = function autoDestroy () {
          destroy(this)
        }
        this.body.on('end', this.endHandler)
      }

      this.errorHandler = err => {
        if (this.abort) {
          this.abort(err)
        } else {
          this.error = err
        }
      }
      this.body.on('error', this.errorHandler)
    } else if (isBuffer(body)) {
      this.body = body.byteLength ? body : null
    } else if (ArrayBuffer.isView(body)) {
      this.body = body.buffer.byteLength ? Buffer.from(body.buffer, body.byteOffset, body.byteLength) : null
    } else if (body instanceof ArrayBuffer) {
      this.body = body.byteLength ? Buffer.from(body) : null
    } else if (typeof body === 'string') {
      this.body = body.length ? Buffer.from(body) : null
    } else if (isFormDataLike(body) || isIterable(body) || isBlobLike(body)) {
      this.body = body
    } else {
      throw new InvalidArgumentError('body must be a string, a Buffer, a Readable stream, an iterable, or an async iterable')
    }

    this.completed = false
    this.aborted = false

    this.upgrade = upgrade || null

    this.path = query ? serializePathWithQuery(path, query) : path

    this.origin = origin

    this.protocol = getProtocolFromUrlString(origin)

    this.idempotent = idempotent == null
      ? method === 'HEAD' || method === 'GET'
      : idempotent

    this.blocking = blocking ?? this.method !== 'HEAD'

    this.reset = reset == null ? null : reset

    this.host = null

    this.contentLength = null

    this.contentType = null

    this.headers = []

    this.expectContinue = expectContinue != null ? expectContinue : false

    if (Array.isArray(headers)) {
      if (headers.length % 2 !== 0) {
        throw new InvalidArgumentError('headers array must be even')
      }
      for (let i = 0; i < headers.length; i += 2) {
        processHeader(this, headers[i], headers[i + 1])
      }
    } else if (headers && typeof headers === 'object') {
      if (hasSafeIterator(headers)) {
        for (const header of headers) {
          if (!Array.isArray(header) || header.length !== 2) {
            throw new InvalidArgumentError('headers must be in key-value pair format')
          }
          processHeader(this, header[0], header[1])
        }
      } else {
        const keys = Object.keys(headers)
        for (let i = 0; i < keys.length; ++i) {
          processHeader(this, keys[i], headers[keys[i]])
        }
      }
    } else if (headers != null) {
      throw new InvalidArgumentError('headers must be an object or an array')
    }

    assertRequestHandler(handler, method, upgrade)

    this.servername = servername || getServerName(this.host) || null

    this[kHandler] = handler

    if (channels.create.hasSubscribers) {
      channels.create.publish({ request: this })
    }
  }

  onBodySent (chunk) {
    if (channels.bodyChunkSent.hasSubscribers) {
      channels.bodyChunkSent.publish({ request: this, chunk })
    }
    if (this[kHandler].onBodySent) {
      try {
        return this[kHandler].onBodySent(chunk)
      } catch (err) {
        this.abort(err)
      }
    }
  }

  onRequestSent () {
    if (channels.bodySent.hasSubscribers) {
      channels.bodySent.publish({ request: this })
    }

    if (this[kHandler].onRequestSent) {
      try {
        return this[kHandler].onRequestSent()
      } catch (err) {
        this.abort(err)
      }
    }
  }

  onConnect (abort) {
    assert(!this.aborted)
    assert(!this.completed)

    if (this.error) {
      abort(this.error)
    } else {
      this.abort = abort
      return this[kHandler].onConnect(abort)
    }
  }

  onResponseStarted () {
    return this[kHandler].onResponseStarted?.()
  }

  onHeaders (statusCode, headers, resume, statusText) {
    assert(!this.aborted)
    assert(!this.completed)

    if (channels.headers.hasSubscribers) {
      channels.headers.publish({ request: this, response: { statusCode, headers, statusText } })
    }

    try {
      return this[kHandler].onHeaders(statusCode, headers, resume, statusText)
    } catch (err) {
      this.abort(err)
    }
  }

  onData (chunk) {
    assert(!this.aborted)
    assert(!this.completed)

    if (channels.bodyChunkReceived.hasSubscribers) {
      channels.bodyChunkReceived.publish({ request: this, chunk })
    }
    try {
      return this[kHandler].onData(chunk)
    } catch (err) {
      this.abort(err)
      return false
    }
  }

  onUpgrade (statusCode, headers, socket, statusText = '') {
    this.onFinally()

    assert(!this.aborted)
    assert(!this.completed)

    if (channels.headers.hasSubscribers) {
      channels.headers.publish({ request: this, response: { statusCode, headers, statusText } })
    }

    const result = this[kHandler].onUpgrade(statusCode, headers, socket)

    if (!this.aborted) {
      this.completed = true
      if (channels.trailers.hasSubscribers) {
        channels.trailers.publish({ request: this, trailers: [] })
      }
    }

    return result
  }

  onComplete (trailers) {
    this.onFinally()

    assert(!this.aborted)
    assert(!this.completed)

    this.completed = true
    if (channels.trailers.hasSubscribers) {
      channels.trailers.publish({ request: this, trailers })
    }

    try {
      return this[kHandler].onComplete(trailers)
    } catch (err) {
      this.onError(err)
    }
  }

  onError (error) {
    this.onFinally()

    if (channels.error.hasSubscribers) {
      channels.error.publish({ request: this, error })
    }

    if (this.aborted) {
      return
    }
    this.aborted = true

    return this[kHandler].onError(error)
  }

  onFinally () {
    if (this.errorHandler) {
      this.body.off('error', this.errorHandler)
      this.errorHandler = null
    }

    if (this.endHandler) {
      this.body.off('end', this.endHandler)
      this.endHandler = null
    }
  }

  addHeader (key, value) {
    processHeader(this, key, value)
    return this
  }
}

function processHeader (request, key, val) {
  if (val && (typeof val === 'object' && !Array.isArray(val))) {
    throw new InvalidArgumentError(`invalid ${key} header`)
  } else if (val === undefined) {
    return
  }

  let headerName = headerNameLowerCasedRecord[key]

  if (headerName === undefined) {
    headerName = key.toLowerCase()
    if (headerNameLowerCasedRecord[headerName] === undefined && !isValidHTTPToken(headerName)) {
      throw new InvalidArgumentError('invalid header key')
    }
  }

  if (Array.isArray(val)) {
    const arr = []
    for (let i = 0; i < val.length; i++) {
      if (typeof val[i] === 'string') {
        if (!isValidHeaderValue(val[i])) {
          throw new InvalidArgumentError(`invalid ${key} header`)
        }
        arr.push(val[i])
      } else if (val[i] === null) {
        arr.push('')
      } else if (typeof val[i] === 'object') {
        throw new InvalidArgumentError(`invalid ${key} header`)
      } else {
        const str = `${val[i]}`
        if (!isValidHeaderValue(str)) {
          throw new InvalidArgumentError(`invalid ${key} header`)
        }
        arr.push(str)
      }
    }
    val = arr
  } else if (typeof val === 'string') {
    if (!isValidHeaderValue(val)) {
      throw new InvalidArgumentError(`invalid ${key} header`)
    }
  } else if (val === null) {
    val = ''
  } else {
    val = `${val}`
    if (!isValidHeaderValue(val)) {
      throw new InvalidArgumentError(`invalid ${key} header`)
    }
  }

  if (headerName === 'host') {
    if (request.host !== null) {
      throw new InvalidArgumentError('duplicate host header')
    }
    if (typeof val !== 'string') {
      throw new InvalidArgumentError('invalid host header')
    }
    request.host = val
  } else if (headerName === 'content-length') {
    if (request.contentLength !== null) {
      throw new InvalidArgumentError('duplicate content-length header')
    }
    if (!isValidContentLengthHeaderValue(val)) {
      throw new InvalidArgumentError('invalid content-length header')
    }
    request.contentLength = parseInt(val, 10)
  } else if (request.contentType === null && headerName === 'content-type') {
    request.contentType = val
    request.headers.push(key, val)
  } else if (headerName === 'transfer-encoding' || headerName === 'keep-alive' || headerName === 'upgrade') {
    throw new InvalidArgumentError(`invalid ${headerName} header`)
  } else if (headerName === 'connection') {
    const value = typeof val === 'string' ? val : null
    if (value === null) {
      throw new InvalidArgumentError('invalid connection header')
    }

    for (const token of value.toLowerCase().split(',')) {
      const trimmed = token.trim()
      if (!isValidHTTPToken(trimmed)) {
        throw new InvalidArgumentError('invalid connection header')
      }
      if (trimmed === 'close') {
        request.reset = true
      }
    }
  } else if (headerName === 'expect') {
    throw new NotSupportedError('expect header not supported')
  } else {
    request.headers.push(key, val)
  }
}

module.exports = Request


/***/ }),

/***/ 6478:
/***/ ((module) => {



module.exports = {
  kClose: Symbol('close'),
  kDestroy: Symbol('destroy'),
  kDispatch: Symbol('dispatch'),
  kUrl: Symbol('url'),
  kRedirectCacheControl: Symbol('redirect cache control'),
  kWriting: Symbol('writing'),
  kResuming: Symbol('resuming'),
  kQueue: Symbol('queue'),
  kConnect: Symbol('connect'),
  kConnecting: Symbol('connecting'),
  kKeepAliveDefaultTimeout: Symbol('default keep alive timeout'),
  kKeepAliveMaxTimeout: Symbol('max keep alive timeout'),
  kKeepAliveTimeoutThreshold: Symbol('keep alive timeout threshold'),
  kKeepAliveTimeoutValue: Symbol('keep alive timeout'),
  kKeepAlive: Symbol('keep alive'),
  kHeadersTimeout: Symbol('headers timeout'),
  kBodyTimeout: Symbol('body timeout'),
  kServerName: Symbol('server name'),
  kLocalAddress: Symbol('local address'),
  kHost: Symbol('host'),
  kNoRef: Symbol('no ref'),
  kBodyUsed: Symbol('used'),
  kBody: Symbol('abstracted request body'),
  kRunning: Symbol('running'),
  kBlocking: Symbol('blocking'),
  kPending: Symbol('pending'),
  kSize: Symbol('size'),
  kBusy: Symbol('busy'),
  kQueued: Symbol('queued'),
  kFree: Symbol('free'),
  kConnected: Symbol('connected'),
  kClosed: Symbol('closed'),
  kNeedDrain: Symbol('need drain'),
  kReset: Symbol('reset'),
  kDestroyed: Symbol.for('nodejs.stream.destroyed'),
  kResume: Symbol('resume'),
  kOnError: Symbol('on error'),
  kMaxHeadersSize: Symbol('max headers size'),
  kRunningIdx: Symbol('running index'),
  kPendingIdx: Symbol('pending index'),
  kError: Symbol('error'),
  kClients: Symbol('clients'),
  kClient: Symbol('client'),
  kParser: Symbol('parser'),
  kOnDestroyed: Symbol('destroy callbacks'),
  kPipelining: Symbol('pipelining'),
  kSocket: Symbol('socket'),
  kHostHeader: Symbol('host header'),
  kConnector: Symbol('connector'),
  kStrictContentLength: Symbol('strict content length'),
  kMaxRedirections: Symbol('maxRedirections'),
  kMaxRequests: Symbol('maxRequestsPerClient'),
  kProxy: Symbol('proxy agent options'),
  kCounter: Symbol('socket request counter'),
  kMaxResponseSize: Symbol('max response size'),
  kHTTP2Session: Symbol('http2Session'),
  kHTTP2SessionState: Symbol('http2Session state'),
  kRetryHandlerDefaultRetry: Symbol('retry agent default retry'),
  kConstruct: Symbol('constructable'),
  kListeners: Symbol('listeners'),
  kHTTPContext: Symbol('http context'),
  kMaxConcurrentStreams: Symbol('max concurrent streams'),
  kHTTP2InitialWindowSize: Symbol('http2 initial window size'),
  kHTTP2ConnectionWindowSize: Symbol('http2 connection window size'),
  kEnableConnectProtocol: Symbol('http2session connect protocol'),
  kRemoteSettings: Symbol('http2session remote settings'),
  kHTTP2Stream: Symbol('http2session client stream'),
  kPingInterval: Symbol('ping interval'),
  kNoProxyAgent: Symbol('no proxy agent'),
  kHttpProxyAgent: Symbol('http proxy agent'),
  kHttpsProxyAgent: Symbol('https proxy agent'),
  kSocks5ProxyAgent: Symbol('socks5 proxy agent')
}


/***/ }),

/***/ 1959:
/***/ ((__unused_webpack_module, exports) => {

// Left out of the bundle, since its tree of known names takes longer to make than the few headers of a wait take to be read.
exports.tree = { lookup: () => null };


/***/ }),

/***/ 9203:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



// Put otherwise, since to load `node:assert` takes milliseconds.
const assert = (held, message = 'undici: an assertion failed') => { if (!held) throw new Error(message); }
const { kDestroyed, kBodyUsed, kListeners, kBody } = __nccwpck_require__(6478)
// Put otherwise, since it asks whether a body is a request that came in, and to load `node:http` for that takes milliseconds.
class IncomingMessage {}
const stream = __nccwpck_require__(7075)
const net = __nccwpck_require__(7030)
const { stringify } = __nccwpck_require__(1792)
const { EventEmitter: EE } = __nccwpck_require__(8474)
const timers = __nccwpck_require__(4132)
const { InvalidArgumentError, ConnectTimeoutError } = __nccwpck_require__(3092)
const { headerNameLowerCasedRecord } = __nccwpck_require__(4574)
const { tree } = __nccwpck_require__(1959)

const [nodeMajor, nodeMinor] = process.versions.node.split('.', 2).map(v => Number(v))

class BodyAsyncIterable {
  constructor (body) {
    this[kBody] = body
    this[kBodyUsed] = false
  }

  async * [Symbol.asyncIterator] () {
    assert(!this[kBodyUsed], 'disturbed')
    this[kBodyUsed] = true
    yield * this[kBody]
  }
}

function noop () {}

function wrapRequestBody (body) {
  if (isStream(body)) {
    if (bodyLength(body) === 0) {
      body
        .on('data', function () {
          assert(false)
        })
    }

    if (typeof body.readableDidRead !== 'boolean') {
      body[kBodyUsed] = false
      EE.prototype.on.call(body, 'data', function () {
        this[kBodyUsed] = true
      })
    }

    return body
  } else if (body && typeof body.pipeTo === 'function') {
    return new BodyAsyncIterable(body)
  } else if (body && isFormDataLike(body)) {
    return body
  } else if (
    body &&
    typeof body !== 'string' &&
    !ArrayBuffer.isView(body) &&
    isIterable(body)
  ) {
    return new BodyAsyncIterable(body)
  } else {
    return body
  }
}

function isStream (obj) {
  return obj && typeof obj === 'object' && typeof obj.pipe === 'function' && typeof obj.on === 'function'
}

function isBlobLike (object) {
  if (object === null) {
    return false
  } else if (object instanceof Blob) {
    return true
  } else if (typeof object !== 'object') {
    return false
  } else {
    const sTag = object[Symbol.toStringTag]

    return (sTag === 'Blob' || sTag === 'File') && (
      ('stream' in object && typeof object.stream === 'function') ||
      ('arrayBuffer' in object && typeof object.arrayBuffer === 'function')
    )
  }
}

function pathHasQueryOrFragment (url) {
  return (
    url.includes('?') ||
    url.includes('#')
  )
}

function serializePathWithQuery (url, queryParams) {
  if (pathHasQueryOrFragment(url)) {
    throw new Error('Query params cannot be passed when url already contains "?" or "#".')
  }

  const stringified = stringify(queryParams)

  if (stringified) {
    url += '?' + stringified
  }

  return url
}

function isValidPort (port) {
  const value = parseInt(port, 10)
  return (
    value === Number(port) &&
    value >= 0 &&
    value <= 65535
  )
}

function isHttpOrHttpsPrefixed (value) {
  return (
    value != null &&
    value[0] === 'h' &&
    value[1] === 't' &&
    value[2] === 't' &&
    value[3] === 'p' &&
    (
      value[4] === ':' ||
      (
        value[4] === 's' &&
        value[5] === ':'
      )
    )
  )
}

function parseURL (url) {
  if (typeof url === 'string') {
    url = new URL(url)

    if (!isHttpOrHttpsPrefixed(url.origin || url.protocol)) {
      throw new InvalidArgumentError('Invalid URL protocol: the URL must start with `http:` or `https:`.')
    }

    return url
  }

  if (!url || typeof url !== 'object') {
    throw new InvalidArgumentError('Invalid URL: The URL argument must be a non-null object.')
  }

  if (!(url instanceof URL)) {
    if (url.port != null && url.port !== '' && isValidPort(url.port) === false) {
      throw new InvalidArgumentError('Invalid URL: port must be a valid integer or a string representation of an integer.')
    }

    if (url.path != null && typeof url.path !== 'string') {
      throw new InvalidArgumentError('Invalid URL path: the path must be a string or null/undefined.')
    }

    if (url.pathname != null && typeof url.pathname !== 'string') {
      throw new InvalidArgumentError('Invalid URL pathname: the pathname must be a string or null/undefined.')
    }

    if (url.hostname != null && typeof url.hostname !== 'string') {
      throw new InvalidArgumentError('Invalid URL hostname: the hostname must be a string or null/undefined.')
    }

    if (url.origin != null && typeof url.origin !== 'string') {
      throw new InvalidArgumentError('Invalid URL origin: the origin must be a string or null/undefined.')
    }

    if (!isHttpOrHttpsPrefixed(url.origin || url.protocol)) {
      throw new InvalidArgumentError('Invalid URL protocol: the URL must start with `http:` or `https:`.')
    }

    const port = url.port != null
      ? url.port
      : (url.protocol === 'https:' ? 443 : 80)
    let origin = url.origin != null
      ? url.origin
      : `${url.protocol || ''}//${url.hostname || ''}:${port}`
    let path = url.path != null
      ? url.path
      : `${url.pathname || ''}${url.search || ''}`

    if (origin[origin.length - 1] === '/') {
      origin = origin.slice(0, origin.length - 1)
    }

    if (path && path[0] !== '/') {
      path = `/${path}`
    }
    return new URL(`${origin}${path}`)
  }

  if (!isHttpOrHttpsPrefixed(url.origin || url.protocol)) {
    throw new InvalidArgumentError('Invalid URL protocol: the URL must start with `http:` or `https:`.')
  }

  return url
}

function parseOrigin (url) {
  url = parseURL(url)

  if (url.pathname !== '/' || url.search || url.hash) {
    throw new InvalidArgumentError('invalid url')
  }

  return url
}

function getHostname (host) {
  if (host[0] === '[') {
    const idx = host.indexOf(']')

    assert(idx !== -1)
    return host.substring(1, idx)
  }

  const idx = host.indexOf(':')
  if (idx === -1) return host

  return host.substring(0, idx)
}

function getServerName (host) {
  if (!host) {
    return null
  }

  assert(typeof host === 'string')

  const servername = getHostname(host)
  if (net.isIP(servername)) {
    return ''
  }

  return servername
}

function deepClone (obj) {
  return JSON.parse(JSON.stringify(obj))
}

function isAsyncIterable (obj) {
  return !!(obj != null && typeof obj[Symbol.asyncIterator] === 'function')
}

function isIterable (obj) {
  return !!(obj != null && (typeof obj[Symbol.iterator] === 'function' || typeof obj[Symbol.asyncIterator] === 'function'))
}

function hasSafeIterator (obj) {
  const prototype = Object.getPrototypeOf(obj)
  const ownIterator = Object.prototype.hasOwnProperty.call(obj, Symbol.iterator)
  return ownIterator || (prototype != null && prototype !== Object.prototype && typeof obj[Symbol.iterator] === 'function')
}

function bodyLength (body) {
  if (body == null) {
    return 0
  } else if (isStream(body)) {
    const state = body._readableState
    return state && state.objectMode === false && state.ended === true && Number.isFinite(state.length)
      ? state.length
      : null
  } else if (isBlobLike(body)) {
    return body.size != null ? body.size : null
  } else if (isBuffer(body)) {
    return body.byteLength
  }

  return null
}

function isDestroyed (body) {
  return body && !!(body.destroyed || body[kDestroyed] || (stream.isDestroyed?.(body)))
}

function destroy (stream, err) {
  if (stream == null || !isStream(stream) || isDestroyed(stream)) {
    return
  }

  if (typeof stream.destroy === 'function') {
    if (Object.getPrototypeOf(stream).constructor === IncomingMessage) {
      stream.socket = null
    }

    stream.destroy(err)
  } else if (err) {
    queueMicrotask(() => {
      stream.emit('error', err)
    })
  }

  if (stream.destroyed !== true) {
    stream[kDestroyed] = true
  }
}

const KEEPALIVE_TIMEOUT_EXPR = /timeout=(\d+)/
function parseKeepAliveTimeout (val) {
  const m = val.match(KEEPALIVE_TIMEOUT_EXPR)
  return m ? parseInt(m[1], 10) * 1000 : null
}

function headerNameToString (value) {
  return typeof value === 'string'
    ? headerNameLowerCasedRecord[value] ?? value.toLowerCase()
    : tree.lookup(value) ?? value.toString('latin1').toLowerCase()
}

function bufferToLowerCasedHeaderName (value) {
  return tree.lookup(value) ?? value.toString('latin1').toLowerCase()
}

function parseHeaders (headers, obj) {
  if (obj === undefined) obj = {}

  for (let i = 0; i < headers.length; i += 2) {
    const key = headerNameToString(headers[i])
    let val = obj[key]

    if (val !== undefined) {
      if (!Object.hasOwn(obj, key)) {
        const headersValue = typeof headers[i + 1] === 'string'
          ? headers[i + 1]
          : Array.isArray(headers[i + 1])
            ? headers[i + 1].map(x => x.toString('latin1'))
            : headers[i + 1].toString('latin1')

        if (key === '__proto__') {
          Object.defineProperty(obj, key, {
            value: headersValue,
            enumerable: true,
            configurable: true,
            writable: true
          })
        } else {
          obj[key] = headersValue
        }
      } else {
        if (typeof val === 'string') {
          val = [val]
          obj[key] = val
        }
        val.push(headers[i + 1].toString('latin1'))
      }
    } else {
      const headersValue = typeof headers[i + 1] === 'string'
        ? headers[i + 1]
        : Array.isArray(headers[i + 1])
          ? headers[i + 1].map(x => x.toString('latin1'))
          : headers[i + 1].toString('latin1')

      obj[key] = headersValue
    }
  }

  return obj
}

function parseRawHeaders (headers) {
  const headersLength = headers.length
  const ret = new Array(headersLength)

  let key
  let val

  for (let n = 0; n < headersLength; n += 2) {
    key = headers[n]
    val = headers[n + 1]

    typeof key !== 'string' && (key = key.toString())
    typeof val !== 'string' && (val = val.toString('latin1'))

    ret[n] = key
    ret[n + 1] = val
  }

  return ret
}

function toRawHeaders (headers) {
  const rawHeaders = []

  for (const [name, value] of Object.entries(headers)) {
    if (Array.isArray(value)) {
      for (const entry of value) {
        rawHeaders.push(Buffer.from(name, 'latin1'), Buffer.from(`${entry}`, 'latin1'))
      }
    } else {
      rawHeaders.push(Buffer.from(name, 'latin1'), Buffer.from(`${value}`, 'latin1'))
    }
  }

  return rawHeaders
}

function encodeRawHeaders (headers) {
  if (!Array.isArray(headers)) {
    throw new TypeError('expected headers to be an array')
  }
  return headers.map(x => Buffer.from(x))
}

function isBuffer (buffer) {
  return buffer instanceof Uint8Array || Buffer.isBuffer(buffer)
}

function assertRequestHandler (handler, method, upgrade) {
  if (!handler || typeof handler !== 'object') {
    throw new InvalidArgumentError('handler must be an object')
  }

  if (typeof handler.onRequestStart === 'function') {
    return
  }

  if (typeof handler.onConnect !== 'function') {
    throw new InvalidArgumentError('invalid onConnect method')
  }

  if (typeof handler.onError !== 'function') {
    throw new InvalidArgumentError('invalid onError method')
  }

  if (typeof handler.onBodySent !== 'function' && handler.onBodySent !== undefined) {
    throw new InvalidArgumentError('invalid onBodySent method')
  }

  if (upgrade || method === 'CONNECT') {
    if (typeof handler.onUpgrade !== 'function') {
      throw new InvalidArgumentError('invalid onUpgrade method')
    }
  } else {
    if (typeof handler.onHeaders !== 'function') {
      throw new InvalidArgumentError('invalid onHeaders method')
    }

    if (typeof handler.onData !== 'function') {
      throw new InvalidArgumentError('invalid onData method')
    }

    if (typeof handler.onComplete !== 'function') {
      throw new InvalidArgumentError('invalid onComplete method')
    }
  }
}

function isDisturbed (body) {
  return !!(body && (stream.isDisturbed(body) || body[kBodyUsed]))
}


function getSocketInfo (socket) {
  return {
    localAddress: socket.localAddress,
    localPort: socket.localPort,
    remoteAddress: socket.remoteAddress,
    remotePort: socket.remotePort,
    remoteFamily: socket.remoteFamily,
    timeout: socket.timeout,
    bytesWritten: socket.bytesWritten,
    bytesRead: socket.bytesRead
  }
}

function ReadableStreamFrom (iterable) {

  let iterator
  return new ReadableStream(
    {
      start () {
        iterator = iterable[Symbol.asyncIterator]()
      },
      pull (controller) {
        return iterator.next().then(({ done, value }) => {
          if (done) {
            return queueMicrotask(() => {
              controller.close()
              controller.byobRequest?.respond(0)
            })
          } else {
            const buf = Buffer.isBuffer(value) ? value : Buffer.from(value)
            if (buf.byteLength) {
              return controller.enqueue(new Uint8Array(buf))
            } else {
              return this.pull(controller)
            }
          }
        })
      },
      cancel () {
        return iterator.return()
      },
      type: 'bytes'
    }
  )
}

function isFormDataLike (object) {
  return (
    object &&
    typeof object === 'object' &&
    typeof object.append === 'function' &&
    typeof object.delete === 'function' &&
    typeof object.get === 'function' &&
    typeof object.getAll === 'function' &&
    typeof object.has === 'function' &&
    typeof object.set === 'function' &&
    object[Symbol.toStringTag] === 'FormData'
  )
}

function addAbortListener (signal, listener) {
  if ('addEventListener' in signal) {
    signal.addEventListener('abort', listener, { once: true })
    return () => signal.removeEventListener('abort', listener)
  }
  signal.once('abort', listener)
  return () => signal.removeListener('abort', listener)
}

const validTokenChars = new Uint8Array([
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 1, 0, 1, 1, 1, 1, 1, 0, 0, 1, 1, 0, 1, 1, 0,
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0,
  0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 1, 1,
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 0, 1, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
])

function isTokenCharCode (c) {
  return (validTokenChars[c] === 1)
}

const tokenRegExp = /^[\^_`a-zA-Z\-0-9!#$%&'*+.|~]+$/

function isValidHTTPToken (characters) {
  if (characters.length >= 12) return tokenRegExp.test(characters)
  if (characters.length === 0) return false

  for (let i = 0; i < characters.length; i++) {
    if (validTokenChars[characters.charCodeAt(i)] !== 1) {
      return false
    }
  }
  return true
}


const headerCharRegex = /[^\t\x20-\x7e\x80-\xff]/

function isValidHeaderValue (characters) {
  return !headerCharRegex.test(characters)
}

const rangeHeaderRegex = /^bytes (\d+)-(\d+)\/(\d+)?$/


function parseRangeHeader (range) {
  if (range == null || range === '') return { start: 0, end: null, size: null }

  const m = range ? range.match(rangeHeaderRegex) : null
  return m
    ? {
        start: parseInt(m[1]),
        end: m[2] ? parseInt(m[2]) : null,
        size: m[3] ? parseInt(m[3]) : null
      }
    : null
}

function addListener (obj, name, listener) {
  const listeners = (obj[kListeners] ??= [])
  listeners.push([name, listener])
  obj.on(name, listener)
  return obj
}

function removeAllListeners (obj) {
  if (obj[kListeners] != null) {
    for (const [name, listener] of obj[kListeners]) {
      obj.removeListener(name, listener)
    }
    obj[kListeners] = null
  }
  return obj
}

function errorRequest (client, request, err) {
  try {
    request.onError(err)
    assert(request.aborted)
  } catch (err) {
    client.emit('error', err)
  }
}

const setupConnectTimeout = process.platform === 'win32'
  ? (socketWeakRef, opts) => {
      if (!opts.timeout) {
        return noop
      }

      let s1 = null
      let s2 = null
      const fastTimer = timers.setFastTimeout(() => {
        s1 = setImmediate(() => {
          s2 = setImmediate(() => onConnectTimeout(socketWeakRef.deref(), opts))
        })
      }, opts.timeout)
      return () => {
        timers.clearFastTimeout(fastTimer)
        clearImmediate(s1)
        clearImmediate(s2)
      }
    }
  : (socketWeakRef, opts) => {
      if (!opts.timeout) {
        return noop
      }

      let s1 = null
      const fastTimer = timers.setFastTimeout(() => {
        s1 = setImmediate(() => {
          onConnectTimeout(socketWeakRef.deref(), opts)
        })
      }, opts.timeout)
      return () => {
        timers.clearFastTimeout(fastTimer)
        clearImmediate(s1)
      }
    }

function onConnectTimeout (socket, opts) {
  if (socket == null) {
    return
  }

  let message = 'Connect Timeout Error'
  if (Array.isArray(socket.autoSelectFamilyAttemptedAddresses)) {
    message += ` (attempted addresses: ${socket.autoSelectFamilyAttemptedAddresses.join(', ')},`
  } else {
    message += ` (attempted address: ${opts.hostname}:${opts.port},`
  }

  message += ` timeout: ${opts.timeout}ms)`

  destroy(socket, new ConnectTimeoutError(message))
}

function getProtocolFromUrlString (urlString) {
  if (
    urlString[0] === 'h' &&
    urlString[1] === 't' &&
    urlString[2] === 't' &&
    urlString[3] === 'p'
  ) {
    switch (urlString[4]) {
      case ':':
        return 'http:'
      case 's':
        if (urlString[5] === ':') {
          return 'https:'
        }
    }
  }
  return urlString.slice(0, urlString.indexOf(':') + 1)
}

const kEnumerableProperty = Object.create(null)
kEnumerableProperty.enumerable = true

const normalizedMethodRecordsBase = {
  delete: 'DELETE',
  DELETE: 'DELETE',
  get: 'GET',
  GET: 'GET',
  head: 'HEAD',
  HEAD: 'HEAD',
  options: 'OPTIONS',
  OPTIONS: 'OPTIONS',
  post: 'POST',
  POST: 'POST',
  put: 'PUT',
  PUT: 'PUT'
}

const normalizedMethodRecords = {
  ...normalizedMethodRecordsBase,
  patch: 'patch',
  PATCH: 'PATCH'
}

Object.setPrototypeOf(normalizedMethodRecordsBase, null)
Object.setPrototypeOf(normalizedMethodRecords, null)

module.exports = {
  kEnumerableProperty,
  isDisturbed,
  isBlobLike,
  parseOrigin,
  parseURL,
  getServerName,
  isStream,
  isIterable,
  hasSafeIterator,
  isAsyncIterable,
  isDestroyed,
  headerNameToString,
  bufferToLowerCasedHeaderName,
  addListener,
  removeAllListeners,
  errorRequest,
  parseRawHeaders,
  toRawHeaders,
  encodeRawHeaders,
  parseHeaders,
  parseKeepAliveTimeout,
  destroy,
  bodyLength,
  deepClone,
  ReadableStreamFrom,
  isBuffer,
  assertRequestHandler,
  getSocketInfo,
  isFormDataLike,
  pathHasQueryOrFragment,
  serializePathWithQuery,
  addAbortListener,
  isValidHTTPToken,
  isValidHeaderValue,
  isTokenCharCode,
  parseRangeHeader,
  normalizedMethodRecordsBase,
  normalizedMethodRecords,
  isValidPort,
  isHttpOrHttpsPrefixed,
  nodeMajor,
  nodeMinor,
  safeHTTPMethods: Object.freeze(['GET', 'HEAD', 'OPTIONS', 'TRACE']),
  wrapRequestBody,
  setupConnectTimeout,
  getProtocolFromUrlString
}


/***/ }),

/***/ 2480:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {




// Put otherwise, since to load `node:assert` takes milliseconds.
const assert = (held, message = 'undici: an assertion failed') => { if (!held) throw new Error(message); }
const util = __nccwpck_require__(9203)
const { channels } = __nccwpck_require__(6883)
const timers = __nccwpck_require__(4132)
const {
  RequestContentLengthMismatchError,
  ResponseContentLengthMismatchError,
  RequestAbortedError,
  InvalidArgumentError,
  HeadersTimeoutError,
  HeadersOverflowError,
  SocketError,
  InformationalError,
  BodyTimeoutError,
  HTTPParserError,
  ResponseExceededMaxSizeError
} = __nccwpck_require__(3092)
const {
  kUrl,
  kReset,
  kClient,
  kParser,
  kBlocking,
  kRunning,
  kPending,
  kSize,
  kWriting,
  kQueue,
  kNoRef,
  kKeepAliveDefaultTimeout,
  kHostHeader,
  kPendingIdx,
  kRunningIdx,
  kError,
  kPipelining,
  kSocket,
  kKeepAliveTimeoutValue,
  kMaxHeadersSize,
  kKeepAliveMaxTimeout,
  kKeepAliveTimeoutThreshold,
  kHeadersTimeout,
  kBodyTimeout,
  kStrictContentLength,
  kMaxRequests,
  kCounter,
  kMaxResponseSize,
  kOnError,
  kResume,
  kHTTPContext,
  kClosed
} = __nccwpck_require__(6478)

const constants = __nccwpck_require__(7405)
const EMPTY_BUF = Buffer.alloc(0)
const FastBuffer = Buffer[Symbol.species]
const removeAllListeners = util.removeAllListeners
const kIdleSocketValidation = Symbol('kIdleSocketValidation')
const kIdleSocketValidationTimeout = Symbol('kIdleSocketValidationTimeout')
const kSocketUsed = Symbol('kSocketUsed')
const kTypeOfService = Symbol('kTypeOfService')

let extractBody

function lazyllhttp () {
  const llhttpWasmData = process.env.JEST_WORKER_ID ? __nccwpck_require__(9855) : undefined

  let mod

  let useWasmSIMD = true
  if (process.arch === 'ppc64') {
    const [major, minor] = process.versions.node.split('.').map(n => parseInt(n, 10))
    if (major < 24 || (major === 24 && minor < 12)) {
      useWasmSIMD = false
    }
  }
  if (process.env.UNDICI_NO_WASM_SIMD === '1') {
    useWasmSIMD = false
  } else if (process.env.UNDICI_NO_WASM_SIMD === '0') {
    useWasmSIMD = true
  }

  if (useWasmSIMD) {
    try {
      mod = new WebAssembly.Module(__nccwpck_require__(1285))
    } catch {
    }
  }

  if (!mod) {
    mod = new WebAssembly.Module(llhttpWasmData || __nccwpck_require__(9855))
  }

  return new WebAssembly.Instance(mod, {
    env: {
      wasm_on_url: (p, at, len) => {
        return 0
      },
      wasm_on_status: (p, at, len) => {
        assert(currentParser.ptr === p)
        const start = at - currentBufferPtr + currentBufferRef.byteOffset
        return currentParser.onStatus(new FastBuffer(currentBufferRef.buffer, start, len))
      },
      wasm_on_message_begin: (p) => {
        assert(currentParser.ptr === p)
        return currentParser.onMessageBegin()
      },
      wasm_on_header_field: (p, at, len) => {
        assert(currentParser.ptr === p)
        const start = at - currentBufferPtr + currentBufferRef.byteOffset
        return currentParser.onHeaderField(new FastBuffer(currentBufferRef.buffer, start, len))
      },
      wasm_on_header_value: (p, at, len) => {
        assert(currentParser.ptr === p)
        const start = at - currentBufferPtr + currentBufferRef.byteOffset
        return currentParser.onHeaderValue(new FastBuffer(currentBufferRef.buffer, start, len))
      },
      wasm_on_headers_complete: (p, statusCode, upgrade, shouldKeepAlive) => {
        assert(currentParser.ptr === p)
        return currentParser.onHeadersComplete(statusCode, upgrade === 1, shouldKeepAlive === 1)
      },
      wasm_on_body: (p, at, len) => {
        assert(currentParser.ptr === p)
        const start = at - currentBufferPtr + currentBufferRef.byteOffset
        return currentParser.onBody(new FastBuffer(currentBufferRef.buffer, start, len))
      },
      wasm_on_message_complete: (p) => {
        assert(currentParser.ptr === p)
        return currentParser.onMessageComplete()
      }

    }
  })
}

let llhttpInstance = null

let currentParser = null
let currentBufferRef = null
let currentBufferSize = 0
let currentBufferPtr = null

const USE_NATIVE_TIMER = 0
const USE_FAST_TIMER = 1

const TIMEOUT_HEADERS = 2 | USE_FAST_TIMER
const TIMEOUT_BODY = 4 | USE_FAST_TIMER

const TIMEOUT_KEEP_ALIVE = 8 | USE_NATIVE_TIMER

class Parser {
  constructor (client, socket, { exports }) {
    this.llhttp = exports
    this.ptr = this.llhttp.llhttp_alloc(constants.TYPE.RESPONSE)
    this.client = client
    this.socket = socket
    this.timeout = null
    this.timeoutWeakRef = new WeakRef(this)
    this.timeoutValue = null
    this.timeoutType = null
    this.statusCode = 0
    this.statusText = ''
    this.upgrade = false
    this.headers = []
    this.headersSize = 0
    this.headersMaxSize = client[kMaxHeadersSize]
    this.shouldKeepAlive = false
    this.paused = false
    this.resume = this.resume.bind(this)

    this.bytesRead = 0

    this.keepAlive = ''
    this.contentLength = ''
    this.connection = ''
    this.maxResponseSize = client[kMaxResponseSize]
  }

  setTimeout (delay, type) {
    if (
      delay !== this.timeoutValue ||
      (type & USE_FAST_TIMER) ^ (this.timeoutType & USE_FAST_TIMER)
    ) {
      if (this.timeout) {
        timers.clearTimeout(this.timeout)
        this.timeout = null
      }

      if (delay) {
        if (type & USE_FAST_TIMER) {
          this.timeout = timers.setFastTimeout(onParserTimeout, delay, this.timeoutWeakRef)
        } else {
          this.timeout = setTimeout(onParserTimeout, delay, this.timeoutWeakRef)
          this.timeout?.unref()
        }
      }

      this.timeoutValue = delay
    } else if (this.timeout) {
      if (this.timeout.refresh) {
        this.timeout.refresh()
      }
    }

    this.timeoutType = type
  }

  resume () {
    if (this.socket.destroyed || !this.paused) {
      return
    }

    assert(this.ptr != null)
    assert(currentParser === null)

    this.llhttp.llhttp_resume(this.ptr)

    assert(this.timeoutType === TIMEOUT_BODY)
    if (this.timeout) {
      if (this.timeout.refresh) {
        this.timeout.refresh()
      }
    }

    this.paused = false
    this.execute(this.socket.read() || EMPTY_BUF)
    this.readMore()
  }

  readMore () {
    while (!this.paused && this.ptr) {
      const chunk = this.socket.read()
      if (chunk === null) {
        break
      }
      this.execute(chunk)
    }
  }

  execute (chunk) {
    assert(currentParser === null)
    assert(this.ptr != null)
    assert(!this.paused)

    const { socket, llhttp } = this

    if (chunk.length > currentBufferSize) {
      if (currentBufferPtr) {
        llhttp.free(currentBufferPtr)
      }
      currentBufferSize = Math.ceil(chunk.length / 4096) * 4096
      currentBufferPtr = llhttp.malloc(currentBufferSize)
    }

    new Uint8Array(llhttp.memory.buffer, currentBufferPtr, currentBufferSize).set(chunk)

    try {
      let ret

      try {
        currentBufferRef = chunk
        currentParser = this
        ret = llhttp.llhttp_execute(this.ptr, currentBufferPtr, chunk.length)
      } finally {
        currentParser = null
        currentBufferRef = null
      }

      if (ret !== constants.ERROR.OK) {
        const data = chunk.subarray(llhttp.llhttp_get_error_pos(this.ptr) - currentBufferPtr)

        if (ret === constants.ERROR.PAUSED_UPGRADE) {
          this.onUpgrade(data)
        } else if (ret === constants.ERROR.PAUSED) {
          this.paused = true
          socket.unshift(data)
        } else {
          throw this.createError(ret, data)
        }
      }
    } catch (err) {
      util.destroy(socket, err)
    }
  }

  finish () {
    assert(currentParser === null)
    assert(this.ptr != null)
    assert(!this.paused)

    const { llhttp } = this

    let ret

    try {
      currentParser = this
      ret = llhttp.llhttp_finish(this.ptr)
    } finally {
      currentParser = null
    }

    if (ret === constants.ERROR.OK) {
      return null
    }

    if (ret === constants.ERROR.PAUSED || ret === constants.ERROR.PAUSED_UPGRADE) {
      this.paused = true
      return null
    }

    return this.createError(ret, EMPTY_BUF)
  }

  createError (ret, data) {
    const { llhttp, contentLength, bytesRead } = this

    if (contentLength && bytesRead !== parseInt(contentLength, 10)) {
      return new ResponseContentLengthMismatchError()
    }

    const ptr = llhttp.llhttp_get_error_reason(this.ptr)
    let message = ''
    if (ptr) {
      const len = new Uint8Array(llhttp.memory.buffer, ptr).indexOf(0)
      message =
        'Response does not match the HTTP/1.1 protocol (' +
        Buffer.from(llhttp.memory.buffer, ptr, len).toString() +
        ')'
    }

    return new HTTPParserError(message, constants.ERROR[ret], data)
  }

  destroy () {
    assert(currentParser === null)
    assert(this.ptr != null)

    this.llhttp.llhttp_free(this.ptr)
    this.ptr = null

    this.timeout && timers.clearTimeout(this.timeout)
    this.timeout = null
    this.timeoutValue = null
    this.timeoutType = null

    this.paused = false
  }

  onStatus (buf) {
    this.statusText = buf.toString()
    return 0
  }

  onMessageBegin () {
    const { socket, client } = this

    if (socket.destroyed) {
      return -1
    }

    if (client[kRunning] === 0) {
      util.destroy(socket, new SocketError('bad response', util.getSocketInfo(socket)))
      return -1
    }

    const request = client[kQueue][client[kRunningIdx]]
    if (!request) {
      return -1
    }
    request.onResponseStarted()

    return 0
  }

  onHeaderField (buf) {
    const len = this.headers.length

    if ((len & 1) === 0) {
      this.headers.push(buf)
    } else {
      this.headers[len - 1] = Buffer.concat([this.headers[len - 1], buf])
    }

    this.trackHeader(buf.length)

    return 0
  }

  onHeaderValue (buf) {
    let len = this.headers.length

    if ((len & 1) === 1) {
      this.headers.push(buf)
      len += 1
    } else {
      this.headers[len - 1] = Buffer.concat([this.headers[len - 1], buf])
    }

    const key = this.headers[len - 2]
    if (key.length === 10) {
      const headerName = util.bufferToLowerCasedHeaderName(key)
      if (headerName === 'keep-alive') {
        this.keepAlive += buf.toString()
      } else if (headerName === 'connection') {
        this.connection += buf.toString()
      }
    } else if (key.length === 14 && util.bufferToLowerCasedHeaderName(key) === 'content-length') {
      this.contentLength += buf.toString()
    }

    this.trackHeader(buf.length)

    return 0
  }

  trackHeader (len) {
    this.headersSize += len
    if (this.headersSize >= this.headersMaxSize) {
      util.destroy(this.socket, new HeadersOverflowError())
    }
  }

  onUpgrade (head) {
    const { upgrade, client, socket, headers, statusCode, statusText } = this

    assert(upgrade)
    assert(client[kSocket] === socket)
    assert(!socket.destroyed)
    assert(!this.paused)
    assert((headers.length & 1) === 0)

    const request = client[kQueue][client[kRunningIdx]]
    assert(request)
    assert(request.upgrade || request.method === 'CONNECT')

    this.statusCode = 0
    this.statusText = ''
    this.shouldKeepAlive = false

    this.headers = []
    this.headersSize = 0

    socket.unshift(head)

    socket[kParser].destroy()
    socket[kParser] = null

    socket[kClient] = null
    socket[kError] = null

    removeAllListeners(socket)

    client[kSocket] = null
    client[kHTTPContext] = null
    client[kQueue][client[kRunningIdx]++] = null
    client.emit('disconnect', client[kUrl], [client], new InformationalError('upgrade'))

    try {
      request.onUpgrade(statusCode, headers, socket, statusText)
    } catch (err) {
      util.errorRequest(client, request, err)
      util.destroy(socket, err)
    }

    client[kResume]()
  }

  onHeadersComplete (statusCode, upgrade, shouldKeepAlive) {
    const { client, socket, headers, statusText } = this

    if (socket.destroyed) {
      return -1
    }

    if (client[kRunning] === 0) {
      util.destroy(socket, new SocketError('bad response', util.getSocketInfo(socket)))
      return -1
    }

    const request = client[kQueue][client[kRunningIdx]]

    if (!request) {
      return -1
    }

    assert(!this.upgrade)
    assert(this.statusCode < 200)

    if (statusCode === 100) {
      util.destroy(socket, new SocketError('bad response', util.getSocketInfo(socket)))
      return -1
    }

    if (upgrade && !request.upgrade) {
      util.destroy(socket, new SocketError('bad upgrade', util.getSocketInfo(socket)))
      return -1
    }

    assert(this.timeoutType === TIMEOUT_HEADERS)

    this.statusCode = statusCode
    this.shouldKeepAlive = (
      shouldKeepAlive ||
      (request.method === 'HEAD' && !socket[kReset] && this.connection.toLowerCase() === 'keep-alive')
    )

    if (this.statusCode >= 200) {
      const bodyTimeout = request.bodyTimeout != null
        ? request.bodyTimeout
        : client[kBodyTimeout]
      this.setTimeout(bodyTimeout, TIMEOUT_BODY)
    } else if (this.timeout) {
      if (this.timeout.refresh) {
        this.timeout.refresh()
      }
    }

    if (request.method === 'CONNECT') {
      assert(client[kRunning] === 1)
      this.upgrade = true
      return 2
    }

    if (upgrade) {
      assert(client[kRunning] === 1)
      this.upgrade = true
      return 2
    }

    assert((this.headers.length & 1) === 0)
    this.headers = []
    this.headersSize = 0

    if (this.shouldKeepAlive && client[kPipelining]) {
      const keepAliveTimeout = this.keepAlive ? util.parseKeepAliveTimeout(this.keepAlive) : null

      if (keepAliveTimeout != null) {
        const timeout = Math.min(
          keepAliveTimeout - client[kKeepAliveTimeoutThreshold],
          client[kKeepAliveMaxTimeout]
        )
        if (timeout <= 0) {
          socket[kReset] = true
        } else {
          client[kKeepAliveTimeoutValue] = timeout
        }
      } else {
        client[kKeepAliveTimeoutValue] = client[kKeepAliveDefaultTimeout]
      }
    } else {
      socket[kReset] = true
    }

    const pause = request.onHeaders(statusCode, headers, this.resume, statusText) === false

    if (request.aborted) {
      return -1
    }

    if (request.method === 'HEAD') {
      return 1
    }

    if (statusCode < 200) {
      return 1
    }

    if (socket[kBlocking]) {
      socket[kBlocking] = false
      client[kResume]()
    }

    return pause ? constants.ERROR.PAUSED : 0
  }

  onBody (buf) {
    const { client, socket, statusCode, maxResponseSize } = this

    if (socket.destroyed) {
      return -1
    }

    const request = client[kQueue][client[kRunningIdx]]
    assert(request)

    assert(this.timeoutType === TIMEOUT_BODY)
    if (this.timeout) {
      if (this.timeout.refresh) {
        this.timeout.refresh()
      }
    }

    assert(statusCode >= 200)

    if (maxResponseSize > -1 && this.bytesRead + buf.length > maxResponseSize) {
      util.destroy(socket, new ResponseExceededMaxSizeError())
      return -1
    }

    this.bytesRead += buf.length

    if (request.onData(buf) === false) {
      return constants.ERROR.PAUSED
    }

    return 0
  }

  onMessageComplete () {
    const { client, socket, statusCode, upgrade, headers, contentLength, bytesRead, shouldKeepAlive } = this

    if (socket.destroyed && (!statusCode || shouldKeepAlive)) {
      return -1
    }

    if (upgrade) {
      return 0
    }

    assert(statusCode >= 100)
    assert((this.headers.length & 1) === 0)

    const request = client[kQueue][client[kRunningIdx]]
    assert(request)

    this.statusCode = 0
    this.statusText = ''
    this.bytesRead = 0
    this.contentLength = ''
    this.keepAlive = ''
    this.connection = ''

    this.headers = []
    this.headersSize = 0

    if (statusCode < 200) {
      return 0
    }

    if (request.method !== 'HEAD' && contentLength && bytesRead !== parseInt(contentLength, 10)) {
      util.destroy(socket, new ResponseContentLengthMismatchError())
      return -1
    }

    request.onComplete(headers)

    client[kQueue][client[kRunningIdx]++] = null
    socket[kSocketUsed] = client[kPending] === 0

    if (socket[kWriting]) {
      assert(client[kRunning] === 0)
      util.destroy(socket, new InformationalError('reset'))
      return constants.ERROR.PAUSED
    } else if (!shouldKeepAlive) {
      util.destroy(socket, new InformationalError('reset'))
      return constants.ERROR.PAUSED
    } else if (socket[kReset] && client[kRunning] === 0) {
      util.destroy(socket, new InformationalError('reset'))
      return constants.ERROR.PAUSED
    } else if (client[kPipelining] == null || client[kPipelining] === 1) {
      setImmediate(client[kResume])
    } else {
      client[kResume]()
    }

    return 0
  }
}

function onParserTimeout (parserWeakRef) {
  const parser = parserWeakRef.deref()
  if (!parser) {
    return
  }

  const { socket, timeoutType, client, paused } = parser

  if (timeoutType === TIMEOUT_HEADERS) {
    if (!socket[kWriting] || socket.writableNeedDrain || client[kRunning] > 1) {
      assert(!paused, 'cannot be paused while waiting for headers')
      util.destroy(socket, new HeadersTimeoutError())
    }
  } else if (timeoutType === TIMEOUT_BODY) {
    if (!paused) {
      util.destroy(socket, new BodyTimeoutError())
    }
  } else if (timeoutType === TIMEOUT_KEEP_ALIVE) {
    assert(client[kRunning] === 0 && client[kKeepAliveTimeoutValue])
    util.destroy(socket, new InformationalError('socket idle timeout'))
  }
}

function connectH1 (client, socket) {
  client[kSocket] = socket

  if (!llhttpInstance) {
    llhttpInstance = lazyllhttp()
  }

  if (socket.errored) {
    throw socket.errored
  }

  if (socket.destroyed) {
    throw new SocketError('destroyed')
  }

  socket[kNoRef] = false
  socket[kWriting] = false
  socket[kReset] = false
  socket[kBlocking] = false
  socket[kIdleSocketValidation] = 0
  socket[kIdleSocketValidationTimeout] = null
  socket[kSocketUsed] = false
  socket[kParser] = new Parser(client, socket, llhttpInstance)

  util.addListener(socket, 'error', onHttpSocketError)
  util.addListener(socket, 'readable', onHttpSocketReadable)
  util.addListener(socket, 'end', onHttpSocketEnd)
  util.addListener(socket, 'close', onHttpSocketClose)

  socket[kClosed] = false
  socket.on('close', onSocketClose)

  return {
    version: 'h1',
    defaultPipelining: 1,
    write (request) {
      return writeH1(client, request)
    },
    resume () {
      resumeH1(client)
    },
    destroy (err, callback) {
      if (socket[kClosed]) {
        queueMicrotask(callback)
      } else {
        socket.on('close', callback)
        socket.destroy(err)
      }
    },
    get destroyed () {
      return socket.destroyed
    },
    busy (request) {
      if (socket[kWriting] || socket[kReset] || socket[kBlocking] || socket[kIdleSocketValidation] === 1) {
        return true
      }

      if (request) {
        if (client[kRunning] > 0 && !request.idempotent) {
          return true
        }

        if (client[kRunning] > 0 && (request.upgrade || request.method === 'CONNECT')) {
          return true
        }

        if (client[kRunning] > 0 && util.bodyLength(request.body) !== 0 &&
          (util.isStream(request.body) || util.isAsyncIterable(request.body) || util.isFormDataLike(request.body))) {

          return true
        }
      }

      return false
    }
  }
}

function onHttpSocketError (err) {
  const parser = this[kParser]

  if (err.code === 'ECONNRESET' && parser.statusCode && !parser.shouldKeepAlive) {
    const parserErr = parser.finish()
    if (parserErr) {
      this[kError] = parserErr
      this[kClient][kOnError](parserErr)
    }
    return
  }

  this[kError] = err

  this[kClient][kOnError](err)
}

function onHttpSocketReadable () {
  this[kParser]?.readMore()
}

function onHttpSocketEnd () {
  const parser = this[kParser]

  if (parser.statusCode && !parser.shouldKeepAlive) {
    const parserErr = parser.finish()
    if (parserErr) {
      util.destroy(this, parserErr)
    }
    return
  }

  util.destroy(this, new SocketError('other side closed', util.getSocketInfo(this)))
}

function onHttpSocketClose () {
  const parser = this[kParser]

  clearIdleSocketValidation(this)

  if (parser) {
    if (!this[kError] && parser.statusCode && !parser.shouldKeepAlive) {
      this[kError] = parser.finish() || this[kError]
    }

    this[kParser].destroy()
    this[kParser] = null
  }

  const err = this[kError] || new SocketError('closed', util.getSocketInfo(this))

  const client = this[kClient]

  client[kSocket] = null
  client[kHTTPContext] = null

  if (client.destroyed) {
    assert(client[kPending] === 0)

    const requests = client[kQueue].splice(client[kRunningIdx])
    for (let i = 0; i < requests.length; i++) {
      const request = requests[i]
      util.errorRequest(client, request, err)
    }
  } else if (client[kRunning] > 0 && err.code !== 'UND_ERR_INFO') {
    const request = client[kQueue][client[kRunningIdx]]
    client[kQueue][client[kRunningIdx]++] = null

    util.errorRequest(client, request, err)
  }

  client[kPendingIdx] = client[kRunningIdx]

  assert(client[kRunning] === 0)

  client.emit('disconnect', client[kUrl], [client], err)

  client[kResume]()
}

function onSocketClose () {
  this[kClosed] = true
}

function clearIdleSocketValidation (socket) {
  if (socket[kIdleSocketValidationTimeout]) {
    clearImmediate(socket[kIdleSocketValidationTimeout])
    socket[kIdleSocketValidationTimeout] = null
  }

  socket[kIdleSocketValidation] = 0
}

function scheduleIdleSocketValidation (client, socket) {
  socket[kIdleSocketValidation] = 1
  socket[kIdleSocketValidationTimeout] = setImmediate(() => {
    socket[kIdleSocketValidationTimeout] = null
    socket[kIdleSocketValidation] = 2

    if (client[kSocket] === socket && !socket.destroyed) {
      client[kResume]()
    }
  })
}

function resumeH1 (client) {
  const socket = client[kSocket]

  if (socket && !socket.destroyed) {
    if (client[kSize] === 0) {
      if (!socket[kNoRef] && socket.unref) {
        socket.unref()
        socket[kNoRef] = true
      }
    } else if (socket[kNoRef] && socket.ref) {
      socket.ref()
      socket[kNoRef] = false
    }

    if (client[kRunning] === 0 && client[kPending] > 0 && socket[kSocketUsed]) {
      if (socket[kIdleSocketValidation] === 0) {
        scheduleIdleSocketValidation(client, socket)
        socket[kParser].readMore()
        if (socket.destroyed) {
          return
        }
        return
      }

      if (socket[kIdleSocketValidation] === 1) {
        socket[kParser].readMore()
        if (socket.destroyed) {
          return
        }
        return
      }
    }

    if (client[kRunning] === 0) {
      socket[kParser].readMore()
      if (socket.destroyed) {
        return
      }
    }

    if (client[kSize] === 0) {
      if (socket[kParser].timeoutType !== TIMEOUT_KEEP_ALIVE) {
        socket[kParser].setTimeout(client[kKeepAliveTimeoutValue], TIMEOUT_KEEP_ALIVE)
      }
    } else if (client[kRunning] > 0 && socket[kParser].statusCode < 200) {
      if (socket[kParser].timeoutType !== TIMEOUT_HEADERS) {
        const request = client[kQueue][client[kRunningIdx]]
        const headersTimeout = request.headersTimeout != null
          ? request.headersTimeout
          : client[kHeadersTimeout]
        socket[kParser].setTimeout(headersTimeout, TIMEOUT_HEADERS)
      }
    }
  }
}

function shouldSendContentLength (method) {
  return method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS' && method !== 'TRACE' && method !== 'CONNECT'
}

function setTypeOfService (socket, request) {
  if (typeof socket.setTypeOfService !== 'function') {
    return
  }

  const typeOfService = request.typeOfService

  if (typeOfService === undefined) {
    return
  }

  const currentTypeOfService = socket[kTypeOfService]

  if (currentTypeOfService === typeOfService) {
    return
  }

  try {
    socket.setTypeOfService(typeOfService)
    socket[kTypeOfService] = typeOfService
  } catch {
  }
}

function writeH1 (client, request) {
  const { method, path, host, upgrade, blocking, reset } = request

  let { body, headers, contentLength } = request



  const expectsPayload = (
    method === 'PUT' ||
    method === 'POST' ||
    method === 'PATCH' ||
    method === 'QUERY' ||
    method === 'PROPFIND' ||
    method === 'PROPPATCH'
  )

  if (util.isFormDataLike(body)) {
    if (!extractBody) {
      extractBody = (__nccwpck_require__(7909)/* .extractBody */ .i)
    }

    const [bodyStream, contentType] = extractBody(body)
    if (request.contentType == null) {
      headers.push('content-type', contentType)
    }
    body = bodyStream.stream
    contentLength = bodyStream.length
  } else if (util.isBlobLike(body) && request.contentType == null) {
    const contentType = body.type
    if (contentType) {
      const contentTypeValue = `${contentType}`
      if (!util.isValidHeaderValue(contentTypeValue)) {
        util.errorRequest(client, request, new InvalidArgumentError('invalid content-type header'))
        return false
      }
      headers.push('content-type', contentTypeValue)
    }
  }

  if (body && typeof body.read === 'function') {
    body.read(0)
  }

  const bodyLength = util.bodyLength(body)

  contentLength = bodyLength ?? contentLength

  if (contentLength === null) {
    contentLength = request.contentLength
  }

  if (contentLength === 0 && !expectsPayload) {

    contentLength = null
  }

  if (shouldSendContentLength(method) && contentLength > 0 && request.contentLength !== null && request.contentLength !== contentLength) {
    if (client[kStrictContentLength]) {
      util.errorRequest(client, request, new RequestContentLengthMismatchError())
      return false
    }

    process.emitWarning(new RequestContentLengthMismatchError())
  }

  const socket = client[kSocket]
  clearIdleSocketValidation(socket)

  const abort = (err) => {
    if (request.aborted || request.completed) {
      return
    }

    util.errorRequest(client, request, err || new RequestAbortedError())

    util.destroy(body)
    util.destroy(socket, new InformationalError('aborted'))
  }

  try {
    request.onConnect(abort)
  } catch (err) {
    util.errorRequest(client, request, err)
  }

  if (request.aborted) {
    return false
  }

  if (method === 'HEAD') {

    socket[kReset] = true
  }

  if (upgrade || method === 'CONNECT') {

    socket[kReset] = true
  }

  if (reset != null) {
    socket[kReset] = reset
  }

  if (client[kMaxRequests] && socket[kCounter]++ >= client[kMaxRequests]) {
    socket[kReset] = true
  }

  if (blocking) {
    socket[kBlocking] = true
  }

  setTypeOfService(socket, request)

  let header = `${method} ${path} HTTP/1.1\r\n`

  if (typeof host === 'string') {
    header += `host: ${host}\r\n`
  } else {
    header += client[kHostHeader]
  }

  if (upgrade) {
    header += `connection: upgrade\r\nupgrade: ${upgrade}\r\n`
  } else if (client[kPipelining] && !socket[kReset]) {
    header += 'connection: keep-alive\r\n'
  } else {
    header += 'connection: close\r\n'
  }

  if (Array.isArray(headers)) {
    for (let n = 0; n < headers.length; n += 2) {
      const key = headers[n + 0]
      const val = headers[n + 1]

      if (Array.isArray(val)) {
        for (let i = 0; i < val.length; i++) {
          header += `${key}: ${val[i]}\r\n`
        }
      } else {
        header += `${key}: ${val}\r\n`
      }
    }
  }

  if (channels.sendHeaders.hasSubscribers) {
    channels.sendHeaders.publish({ request, headers: header, socket })
  }

  if (!body || bodyLength === 0) {
    writeBuffer(abort, null, client, request, socket, contentLength, header, expectsPayload)
  } else if (util.isBuffer(body)) {
    writeBuffer(abort, body, client, request, socket, contentLength, header, expectsPayload)
  } else if (util.isBlobLike(body)) {
    if (typeof body.stream === 'function') {
      writeIterable(abort, body.stream(), client, request, socket, contentLength, header, expectsPayload)
    } else {
      writeBlob(abort, body, client, request, socket, contentLength, header, expectsPayload)
    }
  } else if (util.isStream(body)) {
    writeStream(abort, body, client, request, socket, contentLength, header, expectsPayload)
  } else if (util.isIterable(body)) {
    writeIterable(abort, body, client, request, socket, contentLength, header, expectsPayload)
  } else {
    assert(false)
  }

  return true
}

function writeStream (abort, body, client, request, socket, contentLength, header, expectsPayload) {
  assert(contentLength !== 0 || client[kRunning] === 0, 'stream body cannot be pipelined')

  let finished = false

  const writer = new AsyncWriter({ abort, socket, request, contentLength, client, expectsPayload, header })

  const onData = function (chunk) {
    if (finished) {
      return
    }

    try {
      if (!writer.write(chunk) && this.pause) {
        this.pause()
      }
    } catch (err) {
      util.destroy(this, err)
    }
  }

  const onDrain = function () {
    if (finished) {
      return
    }

    if (body.resume) {
      body.resume()
    }
  }

  const onClose = function () {
    queueMicrotask(() => {
      body.removeListener('error', onFinished)
    })

    if (!finished) {
      const err = new RequestAbortedError()
      queueMicrotask(() => onFinished(err))
    }
  }

  const onFinished = function (err) {
    if (finished) {
      return
    }

    finished = true

    assert(socket.destroyed || (socket[kWriting] && client[kRunning] <= 1))

    socket
      .off('drain', onDrain)
      .off('error', onFinished)

    body
      .removeListener('data', onData)
      .removeListener('end', onFinished)
      .removeListener('close', onClose)

    if (!err) {
      try {
        writer.end()
      } catch (er) {
        err = er
      }
    }

    writer.destroy(err)

    if (err && (err.code !== 'UND_ERR_INFO' || err.message !== 'reset')) {
      util.destroy(body, err)
    } else {
      util.destroy(body)
    }
  }

  body
    .on('data', onData)
    .on('end', onFinished)
    .on('error', onFinished)
    .on('close', onClose)

  if (body.resume) {
    body.resume()
  }

  socket
    .on('drain', onDrain)
    .on('error', onFinished)

  if (body.errorEmitted ?? body.errored) {
    setImmediate(onFinished, body.errored)
  } else if (body.endEmitted ?? body.readableEnded) {
    setImmediate(onFinished, null)
  }

  if (body.closeEmitted ?? body.closed) {
    setImmediate(onClose)
  }
}


function writeBuffer (abort, body, client, request, socket, contentLength, header, expectsPayload) {
  try {
    if (!body) {
      if (contentLength === 0) {
        socket.write(`${header}content-length: 0\r\n\r\n`, 'latin1')
      } else {
        assert(contentLength === null, 'no body must not have content length')
        socket.write(`${header}\r\n`, 'latin1')
      }
    } else if (util.isBuffer(body)) {
      assert(contentLength === body.byteLength, 'buffer body must have content length')

      socket.cork()
      socket.write(`${header}content-length: ${contentLength}\r\n\r\n`, 'latin1')
      socket.write(body)
      socket.uncork()
      request.onBodySent(body)

      if (!expectsPayload && request.reset !== false) {
        socket[kReset] = true
      }
    }
    request.onRequestSent()

    client[kResume]()
  } catch (err) {
    abort(err)
  }
}

async function writeBlob (abort, body, client, request, socket, contentLength, header, expectsPayload) {
  assert(contentLength === body.size, 'blob body must have content length')

  try {
    if (contentLength != null && contentLength !== body.size) {
      throw new RequestContentLengthMismatchError()
    }

    const buffer = Buffer.from(await body.arrayBuffer())

    socket.cork()
    socket.write(`${header}content-length: ${contentLength}\r\n\r\n`, 'latin1')
    socket.write(buffer)
    socket.uncork()

    request.onBodySent(buffer)
    request.onRequestSent()

    if (!expectsPayload && request.reset !== false) {
      socket[kReset] = true
    }

    client[kResume]()
  } catch (err) {
    abort(err)
  }
}

async function writeIterable (abort, body, client, request, socket, contentLength, header, expectsPayload) {
  assert(contentLength !== 0 || client[kRunning] === 0, 'iterator body cannot be pipelined')

  let callback = null
  function onDrain () {
    if (callback) {
      const cb = callback
      callback = null
      cb()
    }
  }

  const waitForDrain = () => new Promise((resolve, reject) => {
    assert(callback === null)

    if (socket[kError]) {
      reject(socket[kError])
    } else {
      callback = resolve
    }
  })

  socket
    .on('close', onDrain)
    .on('drain', onDrain)

  const writer = new AsyncWriter({ abort, socket, request, contentLength, client, expectsPayload, header })
  try {
    for await (const chunk of body) {
      if (socket[kError]) {
        throw socket[kError]
      }

      if (!writer.write(chunk)) {
        await waitForDrain()
      }
    }

    writer.end()
  } catch (err) {
    writer.destroy(err)
  } finally {
    socket
      .off('close', onDrain)
      .off('drain', onDrain)
  }
}

class AsyncWriter {
  constructor ({ abort, socket, request, contentLength, client, expectsPayload, header }) {
    this.socket = socket
    this.request = request
    this.contentLength = contentLength
    this.client = client
    this.bytesWritten = 0
    this.expectsPayload = expectsPayload
    this.header = header
    this.abort = abort

    socket[kWriting] = true
  }

  write (chunk) {
    const { socket, request, contentLength, client, bytesWritten, expectsPayload, header } = this

    if (socket[kError]) {
      throw socket[kError]
    }

    if (socket.destroyed) {
      return false
    }

    const len = Buffer.byteLength(chunk)
    if (!len) {
      return true
    }

    if (contentLength !== null && bytesWritten + len > contentLength) {
      if (client[kStrictContentLength]) {
        throw new RequestContentLengthMismatchError()
      }

      process.emitWarning(new RequestContentLengthMismatchError())
    }

    socket.cork()

    if (bytesWritten === 0) {
      if (!expectsPayload && request.reset !== false) {
        socket[kReset] = true
      }

      if (contentLength === null) {
        socket.write(`${header}transfer-encoding: chunked\r\n`, 'latin1')
      } else {
        socket.write(`${header}content-length: ${contentLength}\r\n\r\n`, 'latin1')
      }
    }

    if (contentLength === null) {
      socket.write(`\r\n${len.toString(16)}\r\n`, 'latin1')
    }

    this.bytesWritten += len

    const ret = socket.write(chunk)

    socket.uncork()

    request.onBodySent(chunk)

    if (!ret) {
      if (socket[kParser].timeout && socket[kParser].timeoutType === TIMEOUT_HEADERS) {
        if (socket[kParser].timeout.refresh) {
          socket[kParser].timeout.refresh()
        }
      }
    }

    return ret
  }

  end () {
    const { socket, contentLength, client, bytesWritten, expectsPayload, header, request } = this
    request.onRequestSent()

    socket[kWriting] = false

    if (socket[kError]) {
      throw socket[kError]
    }

    if (socket.destroyed) {
      return
    }

    if (bytesWritten === 0) {
      if (expectsPayload) {

        socket.write(`${header}content-length: 0\r\n\r\n`, 'latin1')
      } else {
        socket.write(`${header}\r\n`, 'latin1')
      }
    } else if (contentLength === null) {
      socket.write('\r\n0\r\n\r\n', 'latin1')
    }

    if (contentLength !== null && bytesWritten !== contentLength) {
      if (client[kStrictContentLength]) {
        throw new RequestContentLengthMismatchError()
      } else {
        process.emitWarning(new RequestContentLengthMismatchError())
      }
    }

    if (socket[kParser].timeout && socket[kParser].timeoutType === TIMEOUT_HEADERS) {
      if (socket[kParser].timeout.refresh) {
        socket[kParser].timeout.refresh()
      }
    }

    client[kResume]()
  }

  destroy (err) {
    const { socket, client, abort } = this

    socket[kWriting] = false

    if (err) {
      assert(client[kRunning] <= 1, 'pipeline should only contain this request')
      abort(err)
    }
  }
}

module.exports = connectH1


/***/ }),

/***/ 5433:
/***/ ((module) => {

// Left out of the bundle, since HTTP/2 is used only where `allowH2` is set.
module.exports = () => { throw new Error('The bundle holds no HTTP/2'); };


/***/ }),

/***/ 2574:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



// Put otherwise, since to load `node:assert` takes milliseconds.
const assert = (held, message = 'undici: an assertion failed') => { if (!held) throw new Error(message); }
const net = __nccwpck_require__(7030)
// Put otherwise, since of `node:http` it takes only the greatest size of a header, which is 16 KiB.
const http = { maxHeaderSize: 16_384 }
const util = __nccwpck_require__(9203)
const { ClientStats } = __nccwpck_require__(9535)
const { channels } = __nccwpck_require__(6883)
const Request = __nccwpck_require__(9450)
const DispatcherBase = __nccwpck_require__(7568)
const {
  InvalidArgumentError,
  InformationalError,
  ClientDestroyedError
} = __nccwpck_require__(3092)
const buildConnector = __nccwpck_require__(3657)
const {
  kUrl,
  kServerName,
  kClient,
  kBusy,
  kConnect,
  kResuming,
  kRunning,
  kPending,
  kSize,
  kQueue,
  kConnected,
  kConnecting,
  kNeedDrain,
  kKeepAliveDefaultTimeout,
  kHostHeader,
  kPendingIdx,
  kRunningIdx,
  kError,
  kPipelining,
  kKeepAliveTimeoutValue,
  kMaxHeadersSize,
  kKeepAliveMaxTimeout,
  kKeepAliveTimeoutThreshold,
  kHeadersTimeout,
  kBodyTimeout,
  kStrictContentLength,
  kConnector,
  kMaxRequests,
  kCounter,
  kClose,
  kDestroy,
  kDispatch,
  kLocalAddress,
  kMaxResponseSize,
  kOnError,
  kHTTPContext,
  kMaxConcurrentStreams,
  kHTTP2InitialWindowSize,
  kHTTP2ConnectionWindowSize,
  kResume,
  kPingInterval
} = __nccwpck_require__(6478)
const connectH1 = __nccwpck_require__(2480)
const connectH2 = __nccwpck_require__(5433)

const kClosedResolve = Symbol('kClosedResolve')

const getDefaultNodeMaxHeaderSize = http &&
  http.maxHeaderSize &&
  Number.isInteger(http.maxHeaderSize) &&
  http.maxHeaderSize > 0
  ? () => http.maxHeaderSize
  : () => { throw new InvalidArgumentError('http module not available or http.maxHeaderSize invalid') }

const noop = () => { }

function getPipelining (client) {
  return client[kPipelining] ?? client[kHTTPContext]?.defaultPipelining ?? 1
}

class Client extends DispatcherBase {
  constructor (url, {
    maxHeaderSize,
    headersTimeout,
    socketTimeout,
    requestTimeout,
    connectTimeout,
    bodyTimeout,
    idleTimeout,
    keepAlive,
    keepAliveTimeout,
    maxKeepAliveTimeout,
    keepAliveMaxTimeout,
    keepAliveTimeoutThreshold,
    socketPath,
    pipelining,
    tls,
    strictContentLength,
    maxCachedSessions,
    connect,
    maxRequestsPerClient,
    localAddress,
    maxResponseSize,
    autoSelectFamily,
    autoSelectFamilyAttemptTimeout,
    maxConcurrentStreams,
    allowH2,
    useH2c,
    initialWindowSize,
    connectionWindowSize,
    pingInterval,
    webSocket,
    eventSource
  } = {}) {
    if (keepAlive !== undefined) {
      throw new InvalidArgumentError('unsupported keepAlive, use pipelining=0 instead')
    }

    if (socketTimeout !== undefined) {
      throw new InvalidArgumentError('unsupported socketTimeout, use headersTimeout & bodyTimeout instead')
    }

    if (requestTimeout !== undefined) {
      throw new InvalidArgumentError('unsupported requestTimeout, use headersTimeout & bodyTimeout instead')
    }

    if (idleTimeout !== undefined) {
      throw new InvalidArgumentError('unsupported idleTimeout, use keepAliveTimeout instead')
    }

    if (maxKeepAliveTimeout !== undefined) {
      throw new InvalidArgumentError('unsupported maxKeepAliveTimeout, use keepAliveMaxTimeout instead')
    }

    if (maxHeaderSize != null) {
      if (!Number.isInteger(maxHeaderSize) || maxHeaderSize < 1) {
        throw new InvalidArgumentError('invalid maxHeaderSize')
      }
    } else {
      maxHeaderSize = getDefaultNodeMaxHeaderSize()
    }

    if (socketPath != null && typeof socketPath !== 'string') {
      throw new InvalidArgumentError('invalid socketPath')
    }

    if (connectTimeout != null && (!Number.isFinite(connectTimeout) || connectTimeout < 0)) {
      throw new InvalidArgumentError('invalid connectTimeout')
    }

    if (keepAliveTimeout != null && (!Number.isFinite(keepAliveTimeout) || keepAliveTimeout <= 0)) {
      throw new InvalidArgumentError('invalid keepAliveTimeout')
    }

    if (keepAliveMaxTimeout != null && (!Number.isFinite(keepAliveMaxTimeout) || keepAliveMaxTimeout <= 0)) {
      throw new InvalidArgumentError('invalid keepAliveMaxTimeout')
    }

    if (keepAliveTimeoutThreshold != null && !Number.isFinite(keepAliveTimeoutThreshold)) {
      throw new InvalidArgumentError('invalid keepAliveTimeoutThreshold')
    }

    if (headersTimeout != null && (!Number.isInteger(headersTimeout) || headersTimeout < 0)) {
      throw new InvalidArgumentError('headersTimeout must be a positive integer or zero')
    }

    if (bodyTimeout != null && (!Number.isInteger(bodyTimeout) || bodyTimeout < 0)) {
      throw new InvalidArgumentError('bodyTimeout must be a positive integer or zero')
    }

    if (connect != null && typeof connect !== 'function' && typeof connect !== 'object') {
      throw new InvalidArgumentError('connect must be a function or an object')
    }

    if (maxRequestsPerClient != null && (!Number.isInteger(maxRequestsPerClient) || maxRequestsPerClient < 0)) {
      throw new InvalidArgumentError('maxRequestsPerClient must be a positive number')
    }

    if (localAddress != null && (typeof localAddress !== 'string' || net.isIP(localAddress) === 0)) {
      throw new InvalidArgumentError('localAddress must be valid string IP address')
    }

    if (maxResponseSize != null && (!Number.isInteger(maxResponseSize) || maxResponseSize < -1)) {
      throw new InvalidArgumentError('maxResponseSize must be a positive number')
    }

    if (
      autoSelectFamilyAttemptTimeout != null &&
      (!Number.isInteger(autoSelectFamilyAttemptTimeout) || autoSelectFamilyAttemptTimeout < -1)
    ) {
      throw new InvalidArgumentError('autoSelectFamilyAttemptTimeout must be a positive number')
    }

    if (allowH2 != null && typeof allowH2 !== 'boolean') {
      throw new InvalidArgumentError('allowH2 must be a valid boolean value')
    }

    if (maxConcurrentStreams != null && (typeof maxConcurrentStreams !== 'number' || maxConcurrentStreams < 1)) {
      throw new InvalidArgumentError('maxConcurrentStreams must be a positive integer, greater than 0')
    }

    if (useH2c != null && typeof useH2c !== 'boolean') {
      throw new InvalidArgumentError('useH2c must be a valid boolean value')
    }

    if (initialWindowSize != null && (!Number.isInteger(initialWindowSize) || initialWindowSize < 1)) {
      throw new InvalidArgumentError('initialWindowSize must be a positive integer, greater than 0')
    }

    if (connectionWindowSize != null && (!Number.isInteger(connectionWindowSize) || connectionWindowSize < 1)) {
      throw new InvalidArgumentError('connectionWindowSize must be a positive integer, greater than 0')
    }

    if (pingInterval != null && (typeof pingInterval !== 'number' || !Number.isInteger(pingInterval) || pingInterval < 0)) {
      throw new InvalidArgumentError('pingInterval must be a positive integer, greater or equal to 0')
    }

    super({ webSocket, eventSource })

    if (typeof connect !== 'function') {
      connect = buildConnector({
        ...tls,
        maxCachedSessions,
        allowH2,
        useH2c,
        socketPath,
        timeout: connectTimeout,
        ...(typeof autoSelectFamily === 'boolean' ? { autoSelectFamily, autoSelectFamilyAttemptTimeout } : undefined),
        ...connect
      })
    } else {
      const customConnect = connect
      connect = (opts, callback) => customConnect({
        ...opts,
        ...(socketPath != null ? { socketPath } : null),
        ...(allowH2 != null ? { allowH2 } : null)
      }, callback)
    }

    this[kUrl] = util.parseOrigin(url)
    this[kConnector] = connect
    this[kPipelining] = pipelining != null ? pipelining : 1
    this[kMaxHeadersSize] = maxHeaderSize
    this[kKeepAliveDefaultTimeout] = keepAliveTimeout == null ? 4e3 : keepAliveTimeout
    this[kKeepAliveMaxTimeout] = keepAliveMaxTimeout == null ? 600e3 : keepAliveMaxTimeout
    this[kKeepAliveTimeoutThreshold] = keepAliveTimeoutThreshold == null ? 2e3 : keepAliveTimeoutThreshold
    this[kKeepAliveTimeoutValue] = this[kKeepAliveDefaultTimeout]
    this[kServerName] = null
    this[kLocalAddress] = localAddress != null ? localAddress : null
    this[kResuming] = 0
    this[kNeedDrain] = 0
    this[kHostHeader] = `host: ${this[kUrl].hostname}${this[kUrl].port ? `:${this[kUrl].port}` : ''}\r\n`
    this[kBodyTimeout] = bodyTimeout != null ? bodyTimeout : 300e3
    this[kHeadersTimeout] = headersTimeout != null ? headersTimeout : 300e3
    this[kStrictContentLength] = strictContentLength == null ? true : strictContentLength
    this[kMaxRequests] = maxRequestsPerClient
    this[kClosedResolve] = null
    this[kMaxResponseSize] = maxResponseSize > -1 ? maxResponseSize : -1
    this[kHTTPContext] = null
    this[kMaxConcurrentStreams] = maxConcurrentStreams != null ? maxConcurrentStreams : 100
    this[kHTTP2InitialWindowSize] = initialWindowSize != null ? initialWindowSize : 262144
    this[kHTTP2ConnectionWindowSize] = connectionWindowSize != null ? connectionWindowSize : 524288
    this[kPingInterval] = pingInterval != null ? pingInterval : 60e3


    this[kQueue] = []
    this[kRunningIdx] = 0
    this[kPendingIdx] = 0

    this[kResume] = (sync) => resume(this, sync)
    this[kOnError] = (err) => onError(this, err)
  }

  get pipelining () {
    return this[kPipelining]
  }

  set pipelining (value) {
    this[kPipelining] = value
    this[kResume](true)
  }

  get stats () {
    return new ClientStats(this)
  }

  get [kPending] () {
    return this[kQueue].length - this[kPendingIdx]
  }

  get [kRunning] () {
    return this[kPendingIdx] - this[kRunningIdx]
  }

  get [kSize] () {
    return this[kQueue].length - this[kRunningIdx]
  }

  get [kConnected] () {
    return !!this[kHTTPContext] && !this[kConnecting] && !this[kHTTPContext].destroyed
  }

  get [kBusy] () {
    return Boolean(
      this[kHTTPContext]?.busy(null) ||
      (this[kSize] >= (getPipelining(this) || 1)) ||
      this[kPending] > 0
    )
  }

  [kConnect] (cb) {
    connect(this)
    this.once('connect', cb)
  }

  [kDispatch] (opts, handler) {
    const request = new Request(this[kUrl].origin, opts, handler)

    this[kQueue].push(request)
    if (this[kResuming]) {
    } else if (util.bodyLength(request.body) == null && util.isIterable(request.body)) {
      this[kResuming] = 1
      queueMicrotask(() => resume(this))
    } else {
      this[kResume](true)
    }

    if (this[kResuming] && this[kNeedDrain] !== 2 && this[kBusy]) {
      this[kNeedDrain] = 2
    }

    return this[kNeedDrain] < 2
  }

  [kClose] () {
    return new Promise((resolve) => {
      if (this[kSize]) {
        this[kClosedResolve] = resolve
      } else {
        resolve(null)
      }
    })
  }

  [kDestroy] (err) {
    return new Promise((resolve) => {
      const requests = this[kQueue].splice(this[kPendingIdx])
      for (let i = 0; i < requests.length; i++) {
        const request = requests[i]
        if (request != null) {
          util.errorRequest(this, request, err)
        }
      }

      const callback = () => {
        if (this[kClosedResolve]) {
          this[kClosedResolve]()
          this[kClosedResolve] = null
        }
        resolve(null)
      }

      if (this[kHTTPContext]) {
        this[kHTTPContext].destroy(err, callback)
        this[kHTTPContext] = null
      } else {
        queueMicrotask(callback)
      }

      this[kResume]()
    })
  }
}

function onError (client, err) {
  if (
    client[kRunning] === 0 &&
    err.code !== 'UND_ERR_INFO' &&
    err.code !== 'UND_ERR_SOCKET'
  ) {

    assert(client[kPendingIdx] === client[kRunningIdx])

    const requests = client[kQueue].splice(client[kRunningIdx])

    for (let i = 0; i < requests.length; i++) {
      const request = requests[i]
      if (request != null) {
        util.errorRequest(client, request, err)
      }
    }
    assert(client[kSize] === 0)
  }
}

function connect (client) {
  assert(!client[kConnecting])
  assert(!client[kHTTPContext])

  let { host, hostname, protocol, port } = client[kUrl]

  if (hostname[0] === '[') {
    const idx = hostname.indexOf(']')

    assert(idx !== -1)
    const ip = hostname.substring(1, idx)

    assert(net.isIPv6(ip))
    hostname = ip
  }

  client[kConnecting] = true

  if (channels.beforeConnect.hasSubscribers) {
    channels.beforeConnect.publish({
      connectParams: {
        host,
        hostname,
        protocol,
        port,
        version: client[kHTTPContext]?.version,
        servername: client[kServerName],
        localAddress: client[kLocalAddress]
      },
      connector: client[kConnector]
    })
  }

  try {
    client[kConnector]({
      host,
      hostname,
      protocol,
      port,
      servername: client[kServerName],
      localAddress: client[kLocalAddress]
    }, (err, socket) => {
      if (err) {
        handleConnectError(client, err, { host, hostname, protocol, port })
        client[kResume]()
        return
      }

      if (client.destroyed) {
        util.destroy(socket.on('error', noop), new ClientDestroyedError())
        client[kResume]()
        return
      }

      assert(socket)

      try {
        client[kHTTPContext] = socket.alpnProtocol === 'h2'
          ? connectH2(client, socket)
          : connectH1(client, socket)
      } catch (err) {
        socket.destroy().on('error', noop)
        handleConnectError(client, err, { host, hostname, protocol, port })
        client[kResume]()
        return
      }

      client[kConnecting] = false

      socket[kCounter] = 0
      socket[kMaxRequests] = client[kMaxRequests]
      socket[kClient] = client
      socket[kError] = null

      if (channels.connected.hasSubscribers) {
        channels.connected.publish({
          connectParams: {
            host,
            hostname,
            protocol,
            port,
            version: client[kHTTPContext]?.version,
            servername: client[kServerName],
            localAddress: client[kLocalAddress]
          },
          connector: client[kConnector],
          socket
        })
      }

      client.emit('connect', client[kUrl], [client])
      client[kResume]()
    })
  } catch (err) {
    handleConnectError(client, err, { host, hostname, protocol, port })
    client[kResume]()
  }
}

function handleConnectError (client, err, { host, hostname, protocol, port }) {
  if (client.destroyed) {
    return
  }

  client[kConnecting] = false

  if (channels.connectError.hasSubscribers) {
    channels.connectError.publish({
      connectParams: {
        host,
        hostname,
        protocol,
        port,
        version: client[kHTTPContext]?.version,
        servername: client[kServerName],
        localAddress: client[kLocalAddress]
      },
      connector: client[kConnector],
      error: err
    })
  }

  if (err.code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    assert(client[kRunning] === 0)
    while (client[kPending] > 0 && client[kQueue][client[kPendingIdx]].servername === client[kServerName]) {
      const request = client[kQueue][client[kPendingIdx]++]
      util.errorRequest(client, request, err)
    }
  } else {
    onError(client, err)
  }

  client.emit('connectionError', client[kUrl], [client], err)
}

function emitDrain (client) {
  client[kNeedDrain] = 0
  client.emit('drain', client[kUrl], [client])
}

function resume (client, sync) {
  if (client[kResuming] === 2) {
    return
  }

  client[kResuming] = 2

  _resume(client, sync)
  client[kResuming] = 0

  if (client[kRunningIdx] > 256) {
    client[kQueue].splice(0, client[kRunningIdx])
    client[kPendingIdx] -= client[kRunningIdx]
    client[kRunningIdx] = 0
  }
}

function _resume (client, sync) {
  while (true) {
    if (client.destroyed) {
      assert(client[kPending] === 0)
      return
    }

    if (client[kClosedResolve] && !client[kSize]) {
      client[kClosedResolve]()
      client[kClosedResolve] = null
      return
    }

    if (client[kHTTPContext]) {
      client[kHTTPContext].resume()
    }

    if (client[kBusy]) {
      client[kNeedDrain] = 2
    } else if (client[kNeedDrain] === 2) {
      if (sync) {
        client[kNeedDrain] = 1
        queueMicrotask(() => emitDrain(client))
      } else {
        emitDrain(client)
      }
      continue
    }

    if (client[kPending] === 0) {
      return
    }

    if (client[kRunning] >= (getPipelining(client) || 1)) {
      return
    }

    const request = client[kQueue][client[kPendingIdx]]

    if (request === null) {
      return
    }

    if (client[kUrl].protocol === 'https:' && client[kServerName] !== request.servername) {
      if (client[kRunning] > 0) {
        return
      }

      client[kServerName] = request.servername
      client[kHTTPContext]?.destroy(new InformationalError('servername changed'), () => {
        client[kHTTPContext] = null
        resume(client)
      })
    }

    if (client[kConnecting]) {
      return
    }

    if (!client[kHTTPContext]) {
      connect(client)
      return
    }

    if (client[kHTTPContext].destroyed) {
      return
    }

    if (client[kHTTPContext].busy(request)) {
      return
    }

    if (!request.aborted && client[kHTTPContext].write(request)) {
      client[kPendingIdx]++
    } else {
      client[kQueue].splice(client[kPendingIdx], 1)
    }
  }
}

module.exports = Client


/***/ }),

/***/ 7568:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const buffer = __nccwpck_require__(4573)
const Dispatcher = __nccwpck_require__(1716)
const UnwrapHandler = __nccwpck_require__(2680)
const {
  ClientDestroyedError,
  ClientClosedError,
  InvalidArgumentError
} = __nccwpck_require__(3092)
const { kDestroy, kClose, kClosed, kDestroyed, kDispatch } = __nccwpck_require__(6478)

const kOnDestroyed = Symbol('onDestroyed')
const kOnClosed = Symbol('onClosed')
const kWebSocketOptions = Symbol('webSocketOptions')
const kEventSourceOptions = Symbol('eventSourceOptions')

class DispatcherBase extends Dispatcher {
  [kDestroyed] = false;

  [kOnDestroyed] = null;

  [kClosed] = false;

  [kOnClosed] = null

  constructor (opts) {
    super()
    this[kWebSocketOptions] = opts?.webSocket ?? {}
    this[kEventSourceOptions] = opts?.eventSource ?? {}
  }

  get webSocketOptions () {
    return {
      maxFragments: this[kWebSocketOptions].maxFragments ?? 131072,
      maxPayloadSize: this[kWebSocketOptions].maxPayloadSize ?? 128 * 1024 * 1024
    }
  }

  get eventSourceOptions () {
    return {
      maxEventSize: this[kEventSourceOptions].maxEventSize ?? buffer.kStringMaxLength
    }
  }

  get destroyed () {
    return this[kDestroyed]
  }

  get closed () {
    return this[kClosed]
  }

  close (callback) {
    if (callback === undefined) {
      return new Promise((resolve, reject) => {
        this.close((err, data) => {
          return err ? reject(err) : resolve(data)
        })
      })
    }

    if (typeof callback !== 'function') {
      throw new InvalidArgumentError('invalid callback')
    }

    if (this[kDestroyed]) {
      const err = new ClientDestroyedError()
      queueMicrotask(() => callback(err, null))
      return
    }

    if (this[kClosed]) {
      if (this[kOnClosed]) {
        this[kOnClosed].push(callback)
      } else {
        queueMicrotask(() => callback(null, null))
      }
      return
    }

    this[kClosed] = true
    this[kOnClosed] ??= []
    this[kOnClosed].push(callback)

    const onClosed = () => {
      const callbacks = this[kOnClosed]
      this[kOnClosed] = null
      for (let i = 0; i < callbacks.length; i++) {
        callbacks[i](null, null)
      }
    }

    this[kClose]()
      .then(() => this.destroy())
      .then(() => queueMicrotask(onClosed))
  }

  destroy (err, callback) {
    if (typeof err === 'function') {
      callback = err
      err = null
    }

    if (callback === undefined) {
      return new Promise((resolve, reject) => {
        this.destroy(err, (err, data) => {
          return err ? reject(err) : resolve(data)
        })
      })
    }

    if (typeof callback !== 'function') {
      throw new InvalidArgumentError('invalid callback')
    }

    if (this[kDestroyed]) {
      if (this[kOnDestroyed]) {
        this[kOnDestroyed].push(callback)
      } else {
        queueMicrotask(() => callback(null, null))
      }
      return
    }

    if (!err) {
      err = new ClientDestroyedError()
    }

    this[kDestroyed] = true
    this[kOnDestroyed] ??= []
    this[kOnDestroyed].push(callback)

    const onDestroyed = () => {
      const callbacks = this[kOnDestroyed]
      this[kOnDestroyed] = null
      for (let i = 0; i < callbacks.length; i++) {
        callbacks[i](null, null)
      }
    }

    this[kDestroy](err)
      .then(() => queueMicrotask(onDestroyed))
  }

  dispatch (opts, handler) {
    if (!handler || typeof handler !== 'object') {
      throw new InvalidArgumentError('handler must be an object')
    }

    handler = UnwrapHandler.unwrap(handler)

    try {
      if (!opts || typeof opts !== 'object') {
        throw new InvalidArgumentError('opts must be an object.')
      }

      if (this[kDestroyed] || this[kOnDestroyed]) {
        throw new ClientDestroyedError()
      }

      if (this[kClosed]) {
        throw new ClientClosedError()
      }

      return this[kDispatch](opts, handler)
    } catch (err) {
      if (typeof handler.onError !== 'function') {
        throw err
      }

      handler.onError(err)

      return false
    }
  }
}

module.exports = DispatcherBase


/***/ }),

/***/ 1716:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {


const EventEmitter = __nccwpck_require__(8474)
const WrapHandler = __nccwpck_require__(9015)

const wrapInterceptor = (dispatch) => (opts, handler) => dispatch(opts, WrapHandler.wrap(handler))

class Dispatcher extends EventEmitter {
  dispatch () {
    throw new Error('not implemented')
  }

  close () {
    throw new Error('not implemented')
  }

  destroy () {
    throw new Error('not implemented')
  }

  compose (...args) {
    const interceptors = Array.isArray(args[0]) ? args[0] : args
    let dispatch = this.dispatch.bind(this)

    for (const interceptor of interceptors) {
      if (interceptor == null) {
        continue
      }

      if (typeof interceptor !== 'function') {
        throw new TypeError(`invalid interceptor, expected function received ${typeof interceptor}`)
      }

      dispatch = interceptor(dispatch)
      dispatch = wrapInterceptor(dispatch)

      if (dispatch == null || typeof dispatch !== 'function' || dispatch.length !== 2) {
        throw new TypeError('invalid interceptor')
      }
    }

    return new Proxy(this, {
      get: (target, key) => key === 'dispatch' ? dispatch : target[key]
    })
  }
}

module.exports = Dispatcher


/***/ }),

/***/ 2680:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const { parseHeaders } = __nccwpck_require__(9203)
const { InvalidArgumentError } = __nccwpck_require__(3092)

const kResume = Symbol('resume')

class UnwrapController {
  #paused = false
  #reason = null
  #aborted = false
  #abort

  [kResume] = null

  rawHeaders = null
  rawTrailers = null

  constructor (abort) {
    this.#abort = abort
  }

  pause () {
    this.#paused = true
  }

  resume () {
    if (this.#paused) {
      this.#paused = false
      this[kResume]?.()
    }
  }

  abort (reason) {
    if (!this.#aborted) {
      this.#aborted = true
      this.#reason = reason
      this.#abort(reason)
    }
  }

  get aborted () {
    return this.#aborted
  }

  get reason () {
    return this.#reason
  }

  get paused () {
    return this.#paused
  }
}

module.exports = class UnwrapHandler {
  #handler
  #controller

  constructor (handler) {
    this.#handler = handler
  }

  static unwrap (handler) {
    return !handler.onRequestStart ? handler : new UnwrapHandler(handler)
  }

  onConnect (abort, context) {
    this.#controller = new UnwrapController(abort)
    this.#handler.onRequestStart?.(this.#controller, context)
  }

  onResponseStarted () {
    return this.#handler.onResponseStarted?.()
  }

  onUpgrade (statusCode, rawHeaders, socket) {
    this.#controller.rawHeaders = rawHeaders
    this.#handler.onRequestUpgrade?.(this.#controller, statusCode, parseHeaders(rawHeaders), socket)
  }

  onHeaders (statusCode, rawHeaders, resume, statusMessage) {
    this.#controller[kResume] = resume
    this.#controller.rawHeaders = rawHeaders
    this.#handler.onResponseStart?.(this.#controller, statusCode, parseHeaders(rawHeaders), statusMessage)
    return !this.#controller.paused
  }

  onData (data) {
    this.#handler.onResponseData?.(this.#controller, data)
    return !this.#controller.paused
  }

  onComplete (rawTrailers) {
    this.#controller.rawTrailers = rawTrailers
    this.#handler.onResponseEnd?.(this.#controller, parseHeaders(rawTrailers))
  }

  onError (err) {
    if (!this.#handler.onResponseError) {
      throw new InvalidArgumentError('invalid onError method')
    }

    this.#handler.onResponseError?.(this.#controller, err)
  }
}


/***/ }),

/***/ 9015:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const { InvalidArgumentError } = __nccwpck_require__(3092)

module.exports = class WrapHandler {
  #handler

  constructor (handler) {
    this.#handler = handler
  }

  static wrap (handler) {
    return handler.onRequestStart ? handler : new WrapHandler(handler)
  }


  onConnect (abort, context) {
    return this.#handler.onConnect?.(abort, context)
  }

  onResponseStarted () {
    return this.#handler.onResponseStarted?.()
  }

  onHeaders (statusCode, rawHeaders, resume, statusMessage) {
    return this.#handler.onHeaders?.(statusCode, rawHeaders, resume, statusMessage)
  }

  onUpgrade (statusCode, rawHeaders, socket) {
    return this.#handler.onUpgrade?.(statusCode, rawHeaders, socket)
  }

  onData (data) {
    return this.#handler.onData?.(data)
  }

  onComplete (trailers) {
    return this.#handler.onComplete?.(trailers)
  }

  onError (err) {
    if (!this.#handler.onError) {
      throw err
    }

    return this.#handler.onError?.(err)
  }


  onRequestStart (controller, context) {
    this.#handler.onConnect?.((reason) => controller.abort(reason), context)
  }

  onRequestUpgrade (controller, statusCode, headers, socket) {
    const rawHeaders = []
    for (const [key, val] of Object.entries(headers)) {
      rawHeaders.push(Buffer.from(key, 'latin1'), toRawHeaderValue(val))
    }

    this.#handler.onUpgrade?.(statusCode, rawHeaders, socket)
  }

  onResponseStart (controller, statusCode, headers, statusMessage) {
    const rawHeaders = []
    for (const [key, val] of Object.entries(headers)) {
      rawHeaders.push(Buffer.from(key, 'latin1'), toRawHeaderValue(val))
    }

    if (this.#handler.onHeaders?.(statusCode, rawHeaders, () => controller.resume(), statusMessage) === false) {
      controller.pause()
    }
  }

  onResponseData (controller, data) {
    if (this.#handler.onData?.(data) === false) {
      controller.pause()
    }
  }

  onResponseEnd (controller, trailers) {
    const rawTrailers = []
    for (const [key, val] of Object.entries(trailers)) {
      rawTrailers.push(Buffer.from(key, 'latin1'), toRawHeaderValue(val))
    }

    this.#handler.onComplete?.(rawTrailers)
  }

  onResponseError (controller, err) {
    if (!this.#handler.onError) {
      throw new InvalidArgumentError('invalid onError method')
    }

    this.#handler.onError?.(err)
  }
}

function toRawHeaderValue (value) {
  return Array.isArray(value)
    ? value.map((item) => Buffer.from(item, 'latin1'))
    : Buffer.from(value, 'latin1')
}


/***/ }),

/***/ 7405:
/***/ ((__unused_webpack_module, exports) => {

// Left out of the bundle, since all else of it describes how the parser was made.
exports.TYPE = {
  BOTH: 0,
  REQUEST: 1,
  RESPONSE: 2
};
exports.ERROR = {
  OK: 0,
  INTERNAL: 1,
  STRICT: 2,
  CR_EXPECTED: 25,
  LF_EXPECTED: 3,
  UNEXPECTED_CONTENT_LENGTH: 4,
  UNEXPECTED_SPACE: 30,
  CLOSED_CONNECTION: 5,
  INVALID_METHOD: 6,
  INVALID_URL: 7,
  INVALID_CONSTANT: 8,
  INVALID_VERSION: 9,
  INVALID_HEADER_TOKEN: 10,
  INVALID_CONTENT_LENGTH: 11,
  INVALID_CHUNK_SIZE: 12,
  INVALID_STATUS: 13,
  INVALID_EOF_STATE: 14,
  INVALID_TRANSFER_ENCODING: 15,
  CB_MESSAGE_BEGIN: 16,
  CB_HEADERS_COMPLETE: 17,
  CB_MESSAGE_COMPLETE: 18,
  CB_CHUNK_HEADER: 19,
  CB_CHUNK_COMPLETE: 20,
  PAUSED: 21,
  PAUSED_UPGRADE: 22,
  PAUSED_H2_UPGRADE: 23,
  USER: 24,
  CB_URL_COMPLETE: 26,
  CB_STATUS_COMPLETE: 27,
  CB_METHOD_COMPLETE: 32,
  CB_VERSION_COMPLETE: 33,
  CB_HEADER_FIELD_COMPLETE: 28,
  CB_HEADER_VALUE_COMPLETE: 29,
  CB_CHUNK_EXTENSION_NAME_COMPLETE: 34,
  CB_CHUNK_EXTENSION_VALUE_COMPLETE: 35,
  CB_RESET: 31,
  CB_PROTOCOL_COMPLETE: 38
};


/***/ }),

/***/ 9855:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

/* module decorator */ module = __nccwpck_require__.nmd(module);


const { Buffer } = __nccwpck_require__(4573)

const wasmBase64 = 'AGFzbQEAAAABJwdgAX8Bf2ADf39/AX9gAn9/AGABfwBgBH9/f38Bf2AAAGADf39/AALLAQgDZW52GHdhc21fb25faGVhZGVyc19jb21wbGV0ZQAEA2VudhV3YXNtX29uX21lc3NhZ2VfYmVnaW4AAANlbnYLd2FzbV9vbl91cmwAAQNlbnYOd2FzbV9vbl9zdGF0dXMAAQNlbnYUd2FzbV9vbl9oZWFkZXJfZmllbGQAAQNlbnYUd2FzbV9vbl9oZWFkZXJfdmFsdWUAAQNlbnYMd2FzbV9vbl9ib2R5AAEDZW52GHdhc21fb25fbWVzc2FnZV9jb21wbGV0ZQAAAzU0BQYAAAMAAAAAAAADAQMAAwMDAAACAAAAAAICAgICAgICAgIBAQEBAQEBAQEBAwAAAwAAAAQFAXABExMFAwEAAgYIAX8BQcDZBAsHxQcoBm1lbW9yeQIAC19pbml0aWFsaXplAAgZX19pbmRpcmVjdF9mdW5jdGlvbl90YWJsZQEAC2xsaHR0cF9pbml0AAkYbGxodHRwX3Nob3VsZF9rZWVwX2FsaXZlADcMbGxodHRwX2FsbG9jAAsGbWFsbG9jADkLbGxodHRwX2ZyZWUADARmcmVlAAwPbGxodHRwX2dldF90eXBlAA0VbGxodHRwX2dldF9odHRwX21ham9yAA4VbGxodHRwX2dldF9odHRwX21pbm9yAA8RbGxodHRwX2dldF9tZXRob2QAEBZsbGh0dHBfZ2V0X3N0YXR1c19jb2RlABESbGxodHRwX2dldF91cGdyYWRlABIMbGxodHRwX3Jlc2V0ABMObGxodHRwX2V4ZWN1dGUAFBRsbGh0dHBfc2V0dGluZ3NfaW5pdAAVDWxsaHR0cF9maW5pc2gAFgxsbGh0dHBfcGF1c2UAFw1sbGh0dHBfcmVzdW1lABgbbGxodHRwX3Jlc3VtZV9hZnRlcl91cGdyYWRlABkQbGxodHRwX2dldF9lcnJubwAaF2xsaHR0cF9nZXRfZXJyb3JfcmVhc29uABsXbGxodHRwX3NldF9lcnJvcl9yZWFzb24AHBRsbGh0dHBfZ2V0X2Vycm9yX3BvcwAdEWxsaHR0cF9lcnJub19uYW1lAB4SbGxodHRwX21ldGhvZF9uYW1lAB8SbGxodHRwX3N0YXR1c19uYW1lACAabGxodHRwX3NldF9sZW5pZW50X2hlYWRlcnMAISFsbGh0dHBfc2V0X2xlbmllbnRfY2h1bmtlZF9sZW5ndGgAIh1sbGh0dHBfc2V0X2xlbmllbnRfa2VlcF9hbGl2ZQAjJGxsaHR0cF9zZXRfbGVuaWVudF90cmFuc2Zlcl9lbmNvZGluZwAkGmxsaHR0cF9zZXRfbGVuaWVudF92ZXJzaW9uACUjbGxodHRwX3NldF9sZW5pZW50X2RhdGFfYWZ0ZXJfY2xvc2UAJidsbGh0dHBfc2V0X2xlbmllbnRfb3B0aW9uYWxfbGZfYWZ0ZXJfY3IAJyxsbGh0dHBfc2V0X2xlbmllbnRfb3B0aW9uYWxfY3JsZl9hZnRlcl9jaHVuawAoKGxsaHR0cF9zZXRfbGVuaWVudF9vcHRpb25hbF9jcl9iZWZvcmVfbGYAKSpsbGh0dHBfc2V0X2xlbmllbnRfc3BhY2VzX2FmdGVyX2NodW5rX3NpemUAKhhsbGh0dHBfbWVzc2FnZV9uZWVkc19lb2YANgkYAQBBAQsSAQIDBAUKBgcyNDMuKy8tLDAxCq/ZAjQWAEHA1QAoAgAEQAALQcDVAEEBNgIACxQAIAAQOCAAIAI2AjggACABOgAoCxQAIAAgAC8BNCAALQAwIAAQNxAACx4BAX9BwAAQOiIBEDggAUGACDYCOCABIAA6ACggAQuPDAEHfwJAIABFDQAgAEEIayIBIABBBGsoAgAiAEF4cSIEaiEFAkAgAEEBcQ0AIABBA3FFDQEgASABKAIAIgBrIgFB1NUAKAIASQ0BIAAgBGohBAJAAkBB2NUAKAIAIAFHBEAgAEH/AU0EQCAAQQN2IQMgASgCCCIAIAEoAgwiAkYEQEHE1QBBxNUAKAIAQX4gA3dxNgIADAULIAIgADYCCCAAIAI2AgwMBAsgASgCGCEGIAEgASgCDCIARwRAIAAgASgCCCICNgIIIAIgADYCDAwDCyABQRRqIgMoAgAiAkUEQCABKAIQIgJFDQIgAUEQaiEDCwNAIAMhByACIgBBFGoiAygCACICDQAgAEEQaiEDIAAoAhAiAg0ACyAHQQA2AgAMAgsgBSgCBCIAQQNxQQNHDQIgBSAAQX5xNgIEQczVACAENgIAIAUgBDYCACABIARBAXI2AgQMAwtBACEACyAGRQ0AAkAgASgCHCICQQJ0QfTXAGoiAygCACABRgRAIAMgADYCACAADQFByNUAQcjVACgCAEF+IAJ3cTYCAAwCCyAGQRBBFCAGKAIQIAFGG2ogADYCACAARQ0BCyAAIAY2AhggASgCECICBEAgACACNgIQIAIgADYCGAsgAUEUaigCACICRQ0AIABBFGogAjYCACACIAA2AhgLIAEgBU8NACAFKAIEIgBBAXFFDQACQAJAAkACQCAAQQJxRQRAQdzVACgCACAFRgRAQdzVACABNgIAQdDVAEHQ1QAoAgAgBGoiADYCACABIABBAXI2AgQgAUHY1QAoAgBHDQZBzNUAQQA2AgBB2NUAQQA2AgAMBgtB2NUAKAIAIAVGBEBB2NUAIAE2AgBBzNUAQczVACgCACAEaiIANgIAIAEgAEEBcjYCBCAAIAFqIAA2AgAMBgsgAEF4cSAEaiEEIABB/wFNBEAgAEEDdiEDIAUoAggiACAFKAIMIgJGBEBBxNUAQcTVACgCAEF+IAN3cTYCAAwFCyACIAA2AgggACACNgIMDAQLIAUoAhghBiAFIAUoAgwiAEcEQEHU1QAoAgAaIAAgBSgCCCICNgIIIAIgADYCDAwDCyAFQRRqIgMoAgAiAkUEQCAFKAIQIgJFDQIgBUEQaiEDCwNAIAMhByACIgBBFGoiAygCACICDQAgAEEQaiEDIAAoAhAiAg0ACyAHQQA2AgAMAgsgBSAAQX5xNgIEIAEgBGogBDYCACABIARBAXI2AgQMAwtBACEACyAGRQ0AAkAgBSgCHCICQQJ0QfTXAGoiAygCACAFRgRAIAMgADYCACAADQFByNUAQcjVACgCAEF+IAJ3cTYCAAwCCyAGQRBBFCAGKAIQIAVGG2ogADYCACAARQ0BCyAAIAY2AhggBSgCECICBEAgACACNgIQIAIgADYCGAsgBUEUaigCACICRQ0AIABBFGogAjYCACACIAA2AhgLIAEgBGogBDYCACABIARBAXI2AgQgAUHY1QAoAgBHDQBBzNUAIAQ2AgAMAQsgBEH/AU0EQCAEQXhxQezVAGohAAJ/QcTVACgCACICQQEgBEEDdnQiA3FFBEBBxNUAIAIgA3I2AgAgAAwBCyAAKAIICyICIAE2AgwgACABNgIIIAEgADYCDCABIAI2AggMAQtBHyECIARB////B00EQCAEQSYgBEEIdmciAGt2QQFxIABBAXRrQT5qIQILIAEgAjYCHCABQgA3AhAgAkECdEH01wBqIQACQEHI1QAoAgAiA0EBIAJ0IgdxRQRAIAAgATYCAEHI1QAgAyAHcjYCACABIAA2AhggASABNgIIIAEgATYCDAwBCyAEQRkgAkEBdmtBACACQR9HG3QhAiAAKAIAIQACQANAIAAiAygCBEF4cSAERg0BIAJBHXYhACACQQF0IQIgAyAAQQRxakEQaiIHKAIAIgANAAsgByABNgIAIAEgAzYCGCABIAE2AgwgASABNgIIDAELIAMoAggiACABNgIMIAMgATYCCCABQQA2AhggASADNgIMIAEgADYCCAtB5NUAQeTVACgCAEEBayIAQX8gABs2AgALCwcAIAAtACgLBwAgAC0AKgsHACAALQArCwcAIAAtACkLBwAgAC8BNAsHACAALQAwC0ABBH8gACgCGCEBIAAvAS4hAiAALQAoIQMgACgCOCEEIAAQOCAAIAQ2AjggACADOgAoIAAgAjsBLiAAIAE2AhgL5YUCAgd/A34gASACaiEEAkAgACIDKAIMIgANACADKAIEBEAgAyABNgIECyMAQRBrIgkkAAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAn8CQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkAgAygCHCICQQJrDvwBAfkBAgMEBQYHCAkKCwwNDg8QERL4ARP3ARQV9gEWF/UBGBkaGxwdHh8g/QH7ASH0ASIjJCUmJygpKivzASwtLi8wMTLyAfEBMzTwAe8BNTY3ODk6Ozw9Pj9AQUJDREVGR0hJSktMTU5P+gFQUVJT7gHtAVTsAVXrAVZXWFla6gFbXF1eX2BhYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ent8fX5/gAGBAYIBgwGEAYUBhgGHAYgBiQGKAYsBjAGNAY4BjwGQAZEBkgGTAZQBlQGWAZcBmAGZAZoBmwGcAZ0BngGfAaABoQGiAaMBpAGlAaYBpwGoAakBqgGrAawBrQGuAa8BsAGxAbIBswG0AbUBtgG3AbgBuQG6AbsBvAG9Ab4BvwHAAcEBwgHDAcQBxQHGAccByAHJAcoBywHMAc0BzgHpAegBzwHnAdAB5gHRAdIB0wHUAeUB1QHWAdcB2AHZAdoB2wHcAd0B3gHfAeAB4QHiAeMBAPwBC0EADOMBC0EODOIBC0ENDOEBC0EPDOABC0EQDN8BC0ETDN4BC0EUDN0BC0EVDNwBC0EWDNsBC0EXDNoBC0EYDNkBC0EZDNgBC0EaDNcBC0EbDNYBC0EcDNUBC0EdDNQBC0EeDNMBC0EfDNIBC0EgDNEBC0EhDNABC0EIDM8BC0EiDM4BC0EkDM0BC0EjDMwBC0EHDMsBC0ElDMoBC0EmDMkBC0EnDMgBC0EoDMcBC0ESDMYBC0ERDMUBC0EpDMQBC0EqDMMBC0ErDMIBC0EsDMEBC0HeAQzAAQtBLgy/AQtBLwy+AQtBMAy9AQtBMQy8AQtBMgy7AQtBMwy6AQtBNAy5AQtB3wEMuAELQTUMtwELQTkMtgELQQwMtQELQTYMtAELQTcMswELQTgMsgELQT4MsQELQToMsAELQeABDK8BC0ELDK4BC0E/DK0BC0E7DKwBC0EKDKsBC0E8DKoBC0E9DKkBC0HhAQyoAQtBwQAMpwELQcAADKYBC0HCAAylAQtBCQykAQtBLQyjAQtBwwAMogELQcQADKEBC0HFAAygAQtBxgAMnwELQccADJ4BC0HIAAydAQtByQAMnAELQcoADJsBC0HLAAyaAQtBzAAMmQELQc0ADJgBC0HOAAyXAQtBzwAMlgELQdAADJUBC0HRAAyUAQtB0gAMkwELQdMADJIBC0HVAAyRAQtB1AAMkAELQdYADI8BC0HXAAyOAQtB2AAMjQELQdkADIwBC0HaAAyLAQtB2wAMigELQdwADIkBC0HdAAyIAQtB3gAMhwELQd8ADIYBC0HgAAyFAQtB4QAMhAELQeIADIMBC0HjAAyCAQtB5AAMgQELQeUADIABC0HiAQx/C0HmAAx+C0HnAAx9C0EGDHwLQegADHsLQQUMegtB6QAMeQtBBAx4C0HqAAx3C0HrAAx2C0HsAAx1C0HtAAx0C0EDDHMLQe4ADHILQe8ADHELQfAADHALQfIADG8LQfEADG4LQfMADG0LQfQADGwLQfUADGsLQfYADGoLQQIMaQtB9wAMaAtB+AAMZwtB+QAMZgtB+gAMZQtB+wAMZAtB/AAMYwtB/QAMYgtB/gAMYQtB/wAMYAtBgAEMXwtBgQEMXgtBggEMXQtBgwEMXAtBhAEMWwtBhQEMWgtBhgEMWQtBhwEMWAtBiAEMVwtBiQEMVgtBigEMVQtBiwEMVAtBjAEMUwtBjQEMUgtBjgEMUQtBjwEMUAtBkAEMTwtBkQEMTgtBkgEMTQtBkwEMTAtBlAEMSwtBlQEMSgtBlgEMSQtBlwEMSAtBmAEMRwtBmQEMRgtBmgEMRQtBmwEMRAtBnAEMQwtBnQEMQgtBngEMQQtBnwEMQAtBoAEMPwtBoQEMPgtBogEMPQtBowEMPAtBpAEMOwtBpQEMOgtBpgEMOQtBpwEMOAtBqAEMNwtBqQEMNgtBqgEMNQtBqwEMNAtBrAEMMwtBrQEMMgtBrgEMMQtBrwEMMAtBsAEMLwtBsQEMLgtBsgEMLQtBswEMLAtBtAEMKwtBtQEMKgtBtgEMKQtBtwEMKAtBuAEMJwtBuQEMJgtBugEMJQtBuwEMJAtBvAEMIwtBvQEMIgtBvgEMIQtBvwEMIAtBwAEMHwtBwQEMHgtBwgEMHQtBAQwcC0HDAQwbC0HEAQwaC0HFAQwZC0HGAQwYC0HHAQwXC0HIAQwWC0HJAQwVC0HKAQwUC0HLAQwTC0HMAQwSC0HNAQwRC0HOAQwQC0HPAQwPC0HQAQwOC0HRAQwNC0HSAQwMC0HTAQwLC0HUAQwKC0HVAQwJC0HWAQwIC0HjAQwHC0HXAQwGC0HYAQwFC0HZAQwEC0HaAQwDC0HbAQwCC0HdAQwBC0HcAQshAgNAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQCADAn8CQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAn8CQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAn8CQAJAAkACQAJAAkACQAJ/AkACQAJAAn8CQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAIAMCfwJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACfwJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkAgAg7jAQABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4fICEjJCUnKCmeA5sDmgORA4oDgwOAA/0C+wL4AvIC8QLvAu0C6ALnAuYC5QLkAtwC2wLaAtkC2ALXAtYC1QLPAs4CzALLAsoCyQLIAscCxgLEAsMCvgK8AroCuQK4ArcCtgK1ArQCswKyArECsAKuAq0CqQKoAqcCpgKlAqQCowKiAqECoAKfApgCkAKMAosCigKBAv4B/QH8AfsB+gH5AfgB9wH1AfMB8AHrAekB6AHnAeYB5QHkAeMB4gHhAeAB3wHeAd0B3AHaAdkB2AHXAdYB1QHUAdMB0gHRAdABzwHOAc0BzAHLAcoByQHIAccBxgHFAcQBwwHCAcEBwAG/Ab4BvQG8AbsBugG5AbgBtwG2AbUBtAGzAbIBsQGwAa8BrgGtAawBqwGqAakBqAGnAaYBpQGkAaMBogGfAZ4BmQGYAZcBlgGVAZQBkwGSAZEBkAGPAY0BjAGHAYYBhQGEAYMBggF9fHt6eXZ1dFBRUlNUVQsgASAERw1yQf0BIQIMvgMLIAEgBEcNmAFB2wEhAgy9AwsgASAERw3xAUGOASECDLwDCyABIARHDfwBQYQBIQIMuwMLIAEgBEcNigJB/wAhAgy6AwsgASAERw2RAkH9ACECDLkDCyABIARHDZQCQfsAIQIMuAMLIAEgBEcNHkEeIQIMtwMLIAEgBEcNGUEYIQIMtgMLIAEgBEcNygJBzQAhAgy1AwsgASAERw3VAkHGACECDLQDCyABIARHDdYCQcMAIQIMswMLIAEgBEcN3AJBOCECDLIDCyADLQAwQQFGDa0DDIkDC0EAIQACQAJAAkAgAy0AKkUNACADLQArRQ0AIAMvATIiAkECcUUNAQwCCyADLwEyIgJBAXFFDQELQQEhACADLQAoQQFGDQAgAy8BNCIGQeQAa0HkAEkNACAGQcwBRg0AIAZBsAJGDQAgAkHAAHENAEEAIQAgAkGIBHFBgARGDQAgAkEocUEARyEACyADQQA7ATIgA0EAOgAxAkAgAEUEQCADQQA6ADEgAy0ALkEEcQ0BDLEDCyADQgA3AyALIANBADoAMSADQQE6ADYMSAtBACEAAkAgAygCOCICRQ0AIAIoAjAiAkUNACADIAIRAAAhAAsgAEUNSCAAQRVHDWIgA0EENgIcIAMgATYCFCADQdIbNgIQIANBFTYCDEEAIQIMrwMLIAEgBEYEQEEGIQIMrwMLIAEtAABBCkcNGSABQQFqIQEMGgsgA0IANwMgQRIhAgyUAwsgASAERw2KA0EjIQIMrAMLIAEgBEYEQEEHIQIMrAMLAkACQCABLQAAQQprDgQBGBgAGAsgAUEBaiEBQRAhAgyTAwsgAUEBaiEBIANBL2otAABBAXENF0EAIQIgA0EANgIcIAMgATYCFCADQZkgNgIQIANBGTYCDAyrAwsgAyADKQMgIgwgBCABa60iCn0iC0IAIAsgDFgbNwMgIAogDFoNGEEIIQIMqgMLIAEgBEcEQCADQQk2AgggAyABNgIEQRQhAgyRAwtBCSECDKkDCyADKQMgUA2uAgxDCyABIARGBEBBCyECDKgDCyABLQAAQQpHDRYgAUEBaiEBDBcLIANBL2otAABBAXFFDRkMJgtBACEAAkAgAygCOCICRQ0AIAIoAlAiAkUNACADIAIRAAAhAAsgAA0ZDEILQQAhAAJAIAMoAjgiAkUNACACKAJQIgJFDQAgAyACEQAAIQALIAANGgwkC0EAIQACQCADKAI4IgJFDQAgAigCUCICRQ0AIAMgAhEAACEACyAADRsMMgsgA0Evai0AAEEBcUUNHAwiC0EAIQACQCADKAI4IgJFDQAgAigCVCICRQ0AIAMgAhEAACEACyAADRwMQgtBACEAAkAgAygCOCICRQ0AIAIoAlQiAkUNACADIAIRAAAhAAsgAA0dDCALIAEgBEYEQEETIQIMoAMLAkAgAS0AACIAQQprDgQfIyMAIgsgAUEBaiEBDB8LQQAhAAJAIAMoAjgiAkUNACACKAJUIgJFDQAgAyACEQAAIQALIAANIgxCCyABIARGBEBBFiECDJ4DCyABLQAAQcDBAGotAABBAUcNIwyDAwsCQANAIAEtAABBsDtqLQAAIgBBAUcEQAJAIABBAmsOAgMAJwsgAUEBaiEBQSEhAgyGAwsgBCABQQFqIgFHDQALQRghAgydAwsgAygCBCEAQQAhAiADQQA2AgQgAyAAIAFBAWoiARA0IgANIQxBC0EAIQACQCADKAI4IgJFDQAgAigCVCICRQ0AIAMgAhEAACEACyAADSMMKgsgASAERgRAQRwhAgybAwsgA0EKNgIIIAMgATYCBEEAIQACQCADKAI4IgJFDQAgAigCUCICRQ0AIAMgAhEAACEACyAADSVBJCECDIEDCyABIARHBEADQCABLQAAQbA9ai0AACIAQQNHBEAgAEEBaw4FGBomggMlJgsgBCABQQFqIgFHDQALQRshAgyaAwtBGyECDJkDCwNAIAEtAABBsD9qLQAAIgBBA0cEQCAAQQFrDgUPEScTJicLIAQgAUEBaiIBRw0AC0EeIQIMmAMLIAEgBEcEQCADQQs2AgggAyABNgIEQQchAgz/AgtBHyECDJcDCyABIARGBEBBICECDJcDCwJAIAEtAABBDWsOFC4/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8APwtBACECIANBADYCHCADQb8LNgIQIANBAjYCDCADIAFBAWo2AhQMlgMLIANBL2ohAgNAIAEgBEYEQEEhIQIMlwMLAkACQAJAIAEtAAAiAEEJaw4YAgApKQEpKSkpKSkpKSkpKSkpKSkpKSkCJwsgAUEBaiEBIANBL2otAABBAXFFDQoMGAsgAUEBaiEBDBcLIAFBAWohASACLQAAQQJxDQALQQAhAiADQQA2AhwgAyABNgIUIANBnxU2AhAgA0EMNgIMDJUDCyADLQAuQYABcUUNAQtBACEAAkAgAygCOCICRQ0AIAIoAlwiAkUNACADIAIRAAAhAAsgAEUN5gIgAEEVRgRAIANBJDYCHCADIAE2AhQgA0GbGzYCECADQRU2AgxBACECDJQDC0EAIQIgA0EANgIcIAMgATYCFCADQZAONgIQIANBFDYCDAyTAwtBACECIANBADYCHCADIAE2AhQgA0G+IDYCECADQQI2AgwMkgMLIAMoAgQhAEEAIQIgA0EANgIEIAMgACABIAynaiIBEDIiAEUNKyADQQc2AhwgAyABNgIUIAMgADYCDAyRAwsgAy0ALkHAAHFFDQELQQAhAAJAIAMoAjgiAkUNACACKAJYIgJFDQAgAyACEQAAIQALIABFDSsgAEEVRgRAIANBCjYCHCADIAE2AhQgA0HrGTYCECADQRU2AgxBACECDJADC0EAIQIgA0EANgIcIAMgATYCFCADQZMMNgIQIANBEzYCDAyPAwtBACECIANBADYCHCADIAE2AhQgA0GCFTYCECADQQI2AgwMjgMLQQAhAiADQQA2AhwgAyABNgIUIANB3RQ2AhAgA0EZNgIMDI0DC0EAIQIgA0EANgIcIAMgATYCFCADQeYdNgIQIANBGTYCDAyMAwsgAEEVRg09QQAhAiADQQA2AhwgAyABNgIUIANB0A82AhAgA0EiNgIMDIsDCyADKAIEIQBBACECIANBADYCBCADIAAgARAzIgBFDSggA0ENNgIcIAMgATYCFCADIAA2AgwMigMLIABBFUYNOkEAIQIgA0EANgIcIAMgATYCFCADQdAPNgIQIANBIjYCDAyJAwsgAygCBCEAQQAhAiADQQA2AgQgAyAAIAEQMyIARQRAIAFBAWohAQwoCyADQQ42AhwgAyAANgIMIAMgAUEBajYCFAyIAwsgAEEVRg03QQAhAiADQQA2AhwgAyABNgIUIANB0A82AhAgA0EiNgIMDIcDCyADKAIEIQBBACECIANBADYCBCADIAAgARAzIgBFBEAgAUEBaiEBDCcLIANBDzYCHCADIAA2AgwgAyABQQFqNgIUDIYDC0EAIQIgA0EANgIcIAMgATYCFCADQeIXNgIQIANBGTYCDAyFAwsgAEEVRg0zQQAhAiADQQA2AhwgAyABNgIUIANB1gw2AhAgA0EjNgIMDIQDCyADKAIEIQBBACECIANBADYCBCADIAAgARA0IgBFDSUgA0ERNgIcIAMgATYCFCADIAA2AgwMgwMLIABBFUYNMEEAIQIgA0EANgIcIAMgATYCFCADQdYMNgIQIANBIzYCDAyCAwsgAygCBCEAQQAhAiADQQA2AgQgAyAAIAEQNCIARQRAIAFBAWohAQwlCyADQRI2AhwgAyAANgIMIAMgAUEBajYCFAyBAwsgA0Evai0AAEEBcUUNAQtBFyECDOYCC0EAIQIgA0EANgIcIAMgATYCFCADQeIXNgIQIANBGTYCDAz+AgsgAEE7Rw0AIAFBAWohAQwMC0EAIQIgA0EANgIcIAMgATYCFCADQZIYNgIQIANBAjYCDAz8AgsgAEEVRg0oQQAhAiADQQA2AhwgAyABNgIUIANB1gw2AhAgA0EjNgIMDPsCCyADQRQ2AhwgAyABNgIUIAMgADYCDAz6AgsgAygCBCEAQQAhAiADQQA2AgQgAyAAIAEQNCIARQRAIAFBAWohAQz1AgsgA0EVNgIcIAMgADYCDCADIAFBAWo2AhQM+QILIAMoAgQhAEEAIQIgA0EANgIEIAMgACABEDQiAEUEQCABQQFqIQEM8wILIANBFzYCHCADIAA2AgwgAyABQQFqNgIUDPgCCyAAQRVGDSNBACECIANBADYCHCADIAE2AhQgA0HWDDYCECADQSM2AgwM9wILIAMoAgQhAEEAIQIgA0EANgIEIAMgACABEDQiAEUEQCABQQFqIQEMHQsgA0EZNgIcIAMgADYCDCADIAFBAWo2AhQM9gILIAMoAgQhAEEAIQIgA0EANgIEIAMgACABEDQiAEUEQCABQQFqIQEM7wILIANBGjYCHCADIAA2AgwgAyABQQFqNgIUDPUCCyAAQRVGDR9BACECIANBADYCHCADIAE2AhQgA0HQDzYCECADQSI2AgwM9AILIAMoAgQhACADQQA2AgQgAyAAIAEQMyIARQRAIAFBAWohAQwbCyADQRw2AhwgAyAANgIMIAMgAUEBajYCFEEAIQIM8wILIAMoAgQhACADQQA2AgQgAyAAIAEQMyIARQRAIAFBAWohAQzrAgsgA0EdNgIcIAMgADYCDCADIAFBAWo2AhRBACECDPICCyAAQTtHDQEgAUEBaiEBC0EmIQIM1wILQQAhAiADQQA2AhwgAyABNgIUIANBnxU2AhAgA0EMNgIMDO8CCyABIARHBEADQCABLQAAQSBHDYQCIAQgAUEBaiIBRw0AC0EsIQIM7wILQSwhAgzuAgsgASAERgRAQTQhAgzuAgsCQAJAA0ACQCABLQAAQQprDgQCAAADAAsgBCABQQFqIgFHDQALQTQhAgzvAgsgAygCBCEAIANBADYCBCADIAAgARAxIgBFDZ8CIANBMjYCHCADIAE2AhQgAyAANgIMQQAhAgzuAgsgAygCBCEAIANBADYCBCADIAAgARAxIgBFBEAgAUEBaiEBDJ8CCyADQTI2AhwgAyAANgIMIAMgAUEBajYCFEEAIQIM7QILIAEgBEcEQAJAA0AgAS0AAEEwayIAQf8BcUEKTwRAQTohAgzXAgsgAykDICILQpmz5syZs+bMGVYNASADIAtCCn4iCjcDICAKIACtQv8BgyILQn+FVg0BIAMgCiALfDcDICAEIAFBAWoiAUcNAAtBwAAhAgzuAgsgAygCBCEAIANBADYCBCADIAAgAUEBaiIBEDEiAA0XDOICC0HAACECDOwCCyABIARGBEBByQAhAgzsAgsCQANAAkAgAS0AAEEJaw4YAAKiAqICqQKiAqICogKiAqICogKiAqICogKiAqICogKiAqICogKiAqICogIAogILIAQgAUEBaiIBRw0AC0HJACECDOwCCyABQQFqIQEgA0Evai0AAEEBcQ2lAiADQQA2AhwgAyABNgIUIANBlxA2AhAgA0EKNgIMQQAhAgzrAgsgASAERwRAA0AgAS0AAEEgRw0VIAQgAUEBaiIBRw0AC0H4ACECDOsCC0H4ACECDOoCCyADQQI6ACgMOAtBACECIANBADYCHCADQb8LNgIQIANBAjYCDCADIAFBAWo2AhQM6AILQQAhAgzOAgtBDSECDM0CC0ETIQIMzAILQRUhAgzLAgtBFiECDMoCC0EYIQIMyQILQRkhAgzIAgtBGiECDMcCC0EbIQIMxgILQRwhAgzFAgtBHSECDMQCC0EeIQIMwwILQR8hAgzCAgtBICECDMECC0EiIQIMwAILQSMhAgy/AgtBJSECDL4CC0HlACECDL0CCyADQT02AhwgAyABNgIUIAMgADYCDEEAIQIM1QILIANBGzYCHCADIAE2AhQgA0GkHDYCECADQRU2AgxBACECDNQCCyADQSA2AhwgAyABNgIUIANBmBo2AhAgA0EVNgIMQQAhAgzTAgsgA0ETNgIcIAMgATYCFCADQZgaNgIQIANBFTYCDEEAIQIM0gILIANBCzYCHCADIAE2AhQgA0GYGjYCECADQRU2AgxBACECDNECCyADQRA2AhwgAyABNgIUIANBmBo2AhAgA0EVNgIMQQAhAgzQAgsgA0EgNgIcIAMgATYCFCADQaQcNgIQIANBFTYCDEEAIQIMzwILIANBCzYCHCADIAE2AhQgA0GkHDYCECADQRU2AgxBACECDM4CCyADQQw2AhwgAyABNgIUIANBpBw2AhAgA0EVNgIMQQAhAgzNAgtBACECIANBADYCHCADIAE2AhQgA0HdDjYCECADQRI2AgwMzAILAkADQAJAIAEtAABBCmsOBAACAgACCyAEIAFBAWoiAUcNAAtB/QEhAgzMAgsCQAJAIAMtADZBAUcNAEEAIQACQCADKAI4IgJFDQAgAigCYCICRQ0AIAMgAhEAACEACyAARQ0AIABBFUcNASADQfwBNgIcIAMgATYCFCADQdwZNgIQIANBFTYCDEEAIQIMzQILQdwBIQIMswILIANBADYCHCADIAE2AhQgA0H5CzYCECADQR82AgxBACECDMsCCwJAAkAgAy0AKEEBaw4CBAEAC0HbASECDLICC0HUASECDLECCyADQQI6ADFBACEAAkAgAygCOCICRQ0AIAIoAgAiAkUNACADIAIRAAAhAAsgAEUEQEHdASECDLECCyAAQRVHBEAgA0EANgIcIAMgATYCFCADQbQMNgIQIANBEDYCDEEAIQIMygILIANB+wE2AhwgAyABNgIUIANBgRo2AhAgA0EVNgIMQQAhAgzJAgsgASAERgRAQfoBIQIMyQILIAEtAABByABGDQEgA0EBOgAoC0HAASECDK4CC0HaASECDK0CCyABIARHBEAgA0EMNgIIIAMgATYCBEHZASECDK0CC0H5ASECDMUCCyABIARGBEBB+AEhAgzFAgsgAS0AAEHIAEcNBCABQQFqIQFB2AEhAgyrAgsgASAERgRAQfcBIQIMxAILAkACQCABLQAAQcUAaw4QAAUFBQUFBQUFBQUFBQUFAQULIAFBAWohAUHWASECDKsCCyABQQFqIQFB1wEhAgyqAgtB9gEhAiABIARGDcICIAMoAgAiACAEIAFraiEFIAEgAGtBAmohBgJAA0AgAS0AACAAQbrVAGotAABHDQMgAEECRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADMMCCyADKAIEIQAgA0IANwMAIAMgACAGQQFqIgEQLiIARQRAQeMBIQIMqgILIANB9QE2AhwgAyABNgIUIAMgADYCDEEAIQIMwgILQfQBIQIgASAERg3BAiADKAIAIgAgBCABa2ohBSABIABrQQFqIQYCQANAIAEtAAAgAEG41QBqLQAARw0CIABBAUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAzCAgsgA0GBBDsBKCADKAIEIQAgA0IANwMAIAMgACAGQQFqIgEQLiIADQMMAgsgA0EANgIAC0EAIQIgA0EANgIcIAMgATYCFCADQeUfNgIQIANBCDYCDAy/AgtB1QEhAgylAgsgA0HzATYCHCADIAE2AhQgAyAANgIMQQAhAgy9AgtBACEAAkAgAygCOCICRQ0AIAIoAkAiAkUNACADIAIRAAAhAAsgAEUNbiAAQRVHBEAgA0EANgIcIAMgATYCFCADQYIPNgIQIANBIDYCDEEAIQIMvQILIANBjwE2AhwgAyABNgIUIANB7Bs2AhAgA0EVNgIMQQAhAgy8AgsgASAERwRAIANBDTYCCCADIAE2AgRB0wEhAgyjAgtB8gEhAgy7AgsgASAERgRAQfEBIQIMuwILAkACQAJAIAEtAABByABrDgsAAQgICAgICAgIAggLIAFBAWohAUHQASECDKMCCyABQQFqIQFB0QEhAgyiAgsgAUEBaiEBQdIBIQIMoQILQfABIQIgASAERg25AiADKAIAIgAgBCABa2ohBiABIABrQQJqIQUDQCABLQAAIABBtdUAai0AAEcNBCAAQQJGDQMgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAY2AgAMuQILQe8BIQIgASAERg24AiADKAIAIgAgBCABa2ohBiABIABrQQFqIQUDQCABLQAAIABBs9UAai0AAEcNAyAAQQFGDQIgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAY2AgAMuAILQe4BIQIgASAERg23AiADKAIAIgAgBCABa2ohBiABIABrQQJqIQUDQCABLQAAIABBsNUAai0AAEcNAiAAQQJGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAY2AgAMtwILIAMoAgQhACADQgA3AwAgAyAAIAVBAWoiARArIgBFDQIgA0HsATYCHCADIAE2AhQgAyAANgIMQQAhAgy2AgsgA0EANgIACyADKAIEIQAgA0EANgIEIAMgACABECsiAEUNnAIgA0HtATYCHCADIAE2AhQgAyAANgIMQQAhAgy0AgtBzwEhAgyaAgtBACEAAkAgAygCOCICRQ0AIAIoAjQiAkUNACADIAIRAAAhAAsCQCAABEAgAEEVRg0BIANBADYCHCADIAE2AhQgA0HqDTYCECADQSY2AgxBACECDLQCC0HOASECDJoCCyADQesBNgIcIAMgATYCFCADQYAbNgIQIANBFTYCDEEAIQIMsgILIAEgBEYEQEHrASECDLICCyABLQAAQS9GBEAgAUEBaiEBDAELIANBADYCHCADIAE2AhQgA0GyODYCECADQQg2AgxBACECDLECC0HNASECDJcCCyABIARHBEAgA0EONgIIIAMgATYCBEHMASECDJcCC0HqASECDK8CCyABIARGBEBB6QEhAgyvAgsgAS0AAEEwayIAQf8BcUEKSQRAIAMgADoAKiABQQFqIQFBywEhAgyWAgsgAygCBCEAIANBADYCBCADIAAgARAvIgBFDZcCIANB6AE2AhwgAyABNgIUIAMgADYCDEEAIQIMrgILIAEgBEYEQEHnASECDK4CCwJAIAEtAABBLkYEQCABQQFqIQEMAQsgAygCBCEAIANBADYCBCADIAAgARAvIgBFDZgCIANB5gE2AhwgAyABNgIUIAMgADYCDEEAIQIMrgILQcoBIQIMlAILIAEgBEYEQEHlASECDK0CC0EAIQBBASEFQQEhB0EAIQICQAJAAkACQAJAAn8CQAJAAkACQAJAAkACQCABLQAAQTBrDgoKCQABAgMEBQYICwtBAgwGC0EDDAULQQQMBAtBBQwDC0EGDAILQQcMAQtBCAshAkEAIQVBACEHDAILQQkhAkEBIQBBACEFQQAhBwwBC0EAIQVBASECCyADIAI6ACsgAUEBaiEBAkACQCADLQAuQRBxDQACQAJAAkAgAy0AKg4DAQACBAsgB0UNAwwCCyAADQEMAgsgBUUNAQsgAygCBCEAIANBADYCBCADIAAgARAvIgBFDQIgA0HiATYCHCADIAE2AhQgAyAANgIMQQAhAgyvAgsgAygCBCEAIANBADYCBCADIAAgARAvIgBFDZoCIANB4wE2AhwgAyABNgIUIAMgADYCDEEAIQIMrgILIAMoAgQhACADQQA2AgQgAyAAIAEQLyIARQ2YAiADQeQBNgIcIAMgATYCFCADIAA2AgwMrQILQckBIQIMkwILQQAhAAJAIAMoAjgiAkUNACACKAJEIgJFDQAgAyACEQAAIQALAkAgAARAIABBFUYNASADQQA2AhwgAyABNgIUIANBpA02AhAgA0EhNgIMQQAhAgytAgtByAEhAgyTAgsgA0HhATYCHCADIAE2AhQgA0HQGjYCECADQRU2AgxBACECDKsCCyABIARGBEBB4QEhAgyrAgsCQCABLQAAQSBGBEAgA0EAOwE0IAFBAWohAQwBCyADQQA2AhwgAyABNgIUIANBmRE2AhAgA0EJNgIMQQAhAgyrAgtBxwEhAgyRAgsgASAERgRAQeABIQIMqgILAkAgAS0AAEEwa0H/AXEiAkEKSQRAIAFBAWohAQJAIAMvATQiAEGZM0sNACADIABBCmwiADsBNCAAQf7/A3EgAkH//wNzSw0AIAMgACACajsBNAwCC0EAIQIgA0EANgIcIAMgATYCFCADQZUeNgIQIANBDTYCDAyrAgsgA0EANgIcIAMgATYCFCADQZUeNgIQIANBDTYCDEEAIQIMqgILQcYBIQIMkAILIAEgBEYEQEHfASECDKkCCwJAIAEtAABBMGtB/wFxIgJBCkkEQCABQQFqIQECQCADLwE0IgBBmTNLDQAgAyAAQQpsIgA7ATQgAEH+/wNxIAJB//8Dc0sNACADIAAgAmo7ATQMAgtBACECIANBADYCHCADIAE2AhQgA0GVHjYCECADQQ02AgwMqgILIANBADYCHCADIAE2AhQgA0GVHjYCECADQQ02AgxBACECDKkCC0HFASECDI8CCyABIARGBEBB3gEhAgyoAgsCQCABLQAAQTBrQf8BcSICQQpJBEAgAUEBaiEBAkAgAy8BNCIAQZkzSw0AIAMgAEEKbCIAOwE0IABB/v8DcSACQf//A3NLDQAgAyAAIAJqOwE0DAILQQAhAiADQQA2AhwgAyABNgIUIANBlR42AhAgA0ENNgIMDKkCCyADQQA2AhwgAyABNgIUIANBlR42AhAgA0ENNgIMQQAhAgyoAgtBxAEhAgyOAgsgASAERgRAQd0BIQIMpwILAkACQAJAAkAgAS0AAEEKaw4XAgMDAAMDAwMDAwMDAwMDAwMDAwMDAwEDCyABQQFqDAULIAFBAWohAUHDASECDI8CCyABQQFqIQEgA0Evai0AAEEBcQ0IIANBADYCHCADIAE2AhQgA0GNCzYCECADQQ02AgxBACECDKcCCyADQQA2AhwgAyABNgIUIANBjQs2AhAgA0ENNgIMQQAhAgymAgsgASAERwRAIANBDzYCCCADIAE2AgRBASECDI0CC0HcASECDKUCCwJAAkADQAJAIAEtAABBCmsOBAIAAAMACyAEIAFBAWoiAUcNAAtB2wEhAgymAgsgAygCBCEAIANBADYCBCADIAAgARAtIgBFBEAgAUEBaiEBDAQLIANB2gE2AhwgAyAANgIMIAMgAUEBajYCFEEAIQIMpQILIAMoAgQhACADQQA2AgQgAyAAIAEQLSIADQEgAUEBagshAUHBASECDIoCCyADQdkBNgIcIAMgADYCDCADIAFBAWo2AhRBACECDKICC0HCASECDIgCCyADQS9qLQAAQQFxDQEgA0EANgIcIAMgATYCFCADQeQcNgIQIANBGTYCDEEAIQIMoAILIAEgBEYEQEHZASECDKACCwJAAkACQCABLQAAQQprDgQBAgIAAgsgAUEBaiEBDAILIAFBAWohAQwBCyADLQAuQcAAcUUNAQtBACEAAkAgAygCOCICRQ0AIAIoAjwiAkUNACADIAIRAAAhAAsgAEUNoAEgAEEVRgRAIANB2QA2AhwgAyABNgIUIANBtxo2AhAgA0EVNgIMQQAhAgyfAgsgA0EANgIcIAMgATYCFCADQYANNgIQIANBGzYCDEEAIQIMngILIANBADYCHCADIAE2AhQgA0HcKDYCECADQQI2AgxBACECDJ0CCyABIARHBEAgA0EMNgIIIAMgATYCBEG/ASECDIQCC0HYASECDJwCCyABIARGBEBB1wEhAgycAgsCQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAIAEtAABBwQBrDhUAAQIDWgQFBlpaWgcICQoLDA0ODxBaCyABQQFqIQFB+wAhAgySAgsgAUEBaiEBQfwAIQIMkQILIAFBAWohAUGBASECDJACCyABQQFqIQFBhQEhAgyPAgsgAUEBaiEBQYYBIQIMjgILIAFBAWohAUGJASECDI0CCyABQQFqIQFBigEhAgyMAgsgAUEBaiEBQY0BIQIMiwILIAFBAWohAUGWASECDIoCCyABQQFqIQFBlwEhAgyJAgsgAUEBaiEBQZgBIQIMiAILIAFBAWohAUGlASECDIcCCyABQQFqIQFBpgEhAgyGAgsgAUEBaiEBQawBIQIMhQILIAFBAWohAUG0ASECDIQCCyABQQFqIQFBtwEhAgyDAgsgAUEBaiEBQb4BIQIMggILIAEgBEYEQEHWASECDJsCCyABLQAAQc4ARw1IIAFBAWohAUG9ASECDIECCyABIARGBEBB1QEhAgyaAgsCQAJAAkAgAS0AAEHCAGsOEgBKSkpKSkpKSkoBSkpKSkpKAkoLIAFBAWohAUG4ASECDIICCyABQQFqIQFBuwEhAgyBAgsgAUEBaiEBQbwBIQIMgAILQdQBIQIgASAERg2YAiADKAIAIgAgBCABa2ohBSABIABrQQdqIQYCQANAIAEtAAAgAEGo1QBqLQAARw1FIABBB0YNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAyZAgsgA0EANgIAIAZBAWohAUEbDEULIAEgBEYEQEHTASECDJgCCwJAAkAgAS0AAEHJAGsOBwBHR0dHRwFHCyABQQFqIQFBuQEhAgz/AQsgAUEBaiEBQboBIQIM/gELQdIBIQIgASAERg2WAiADKAIAIgAgBCABa2ohBSABIABrQQFqIQYCQANAIAEtAAAgAEGm1QBqLQAARw1DIABBAUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAyXAgsgA0EANgIAIAZBAWohAUEPDEMLQdEBIQIgASAERg2VAiADKAIAIgAgBCABa2ohBSABIABrQQFqIQYCQANAIAEtAAAgAEGk1QBqLQAARw1CIABBAUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAyWAgsgA0EANgIAIAZBAWohAUEgDEILQdABIQIgASAERg2UAiADKAIAIgAgBCABa2ohBSABIABrQQJqIQYCQANAIAEtAAAgAEGh1QBqLQAARw1BIABBAkYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAyVAgsgA0EANgIAIAZBAWohAUESDEELIAEgBEYEQEHPASECDJQCCwJAAkAgAS0AAEHFAGsODgBDQ0NDQ0NDQ0NDQ0MBQwsgAUEBaiEBQbUBIQIM+wELIAFBAWohAUG2ASECDPoBC0HOASECIAEgBEYNkgIgAygCACIAIAQgAWtqIQUgASAAa0ECaiEGAkADQCABLQAAIABBntUAai0AAEcNPyAAQQJGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMkwILIANBADYCACAGQQFqIQFBBww/C0HNASECIAEgBEYNkQIgAygCACIAIAQgAWtqIQUgASAAa0EFaiEGAkADQCABLQAAIABBmNUAai0AAEcNPiAAQQVGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMkgILIANBADYCACAGQQFqIQFBKAw+CyABIARGBEBBzAEhAgyRAgsCQAJAAkAgAS0AAEHFAGsOEQBBQUFBQUFBQUEBQUFBQUECQQsgAUEBaiEBQbEBIQIM+QELIAFBAWohAUGyASECDPgBCyABQQFqIQFBswEhAgz3AQtBywEhAiABIARGDY8CIAMoAgAiACAEIAFraiEFIAEgAGtBBmohBgJAA0AgAS0AACAAQZHVAGotAABHDTwgAEEGRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADJACCyADQQA2AgAgBkEBaiEBQRoMPAtBygEhAiABIARGDY4CIAMoAgAiACAEIAFraiEFIAEgAGtBA2ohBgJAA0AgAS0AACAAQY3VAGotAABHDTsgAEEDRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADI8CCyADQQA2AgAgBkEBaiEBQSEMOwsgASAERgRAQckBIQIMjgILAkACQCABLQAAQcEAaw4UAD09PT09PT09PT09PT09PT09PQE9CyABQQFqIQFBrQEhAgz1AQsgAUEBaiEBQbABIQIM9AELIAEgBEYEQEHIASECDI0CCwJAAkAgAS0AAEHVAGsOCwA8PDw8PDw8PDwBPAsgAUEBaiEBQa4BIQIM9AELIAFBAWohAUGvASECDPMBC0HHASECIAEgBEYNiwIgAygCACIAIAQgAWtqIQUgASAAa0EIaiEGAkADQCABLQAAIABBhNUAai0AAEcNOCAAQQhGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMjAILIANBADYCACAGQQFqIQFBKgw4CyABIARGBEBBxgEhAgyLAgsgAS0AAEHQAEcNOCABQQFqIQFBJQw3C0HFASECIAEgBEYNiQIgAygCACIAIAQgAWtqIQUgASAAa0ECaiEGAkADQCABLQAAIABBgdUAai0AAEcNNiAAQQJGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMigILIANBADYCACAGQQFqIQFBDgw2CyABIARGBEBBxAEhAgyJAgsgAS0AAEHFAEcNNiABQQFqIQFBqwEhAgzvAQsgASAERgRAQcMBIQIMiAILAkACQAJAAkAgAS0AAEHCAGsODwABAjk5OTk5OTk5OTk5AzkLIAFBAWohAUGnASECDPEBCyABQQFqIQFBqAEhAgzwAQsgAUEBaiEBQakBIQIM7wELIAFBAWohAUGqASECDO4BC0HCASECIAEgBEYNhgIgAygCACIAIAQgAWtqIQUgASAAa0ECaiEGAkADQCABLQAAIABB/tQAai0AAEcNMyAAQQJGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMhwILIANBADYCACAGQQFqIQFBFAwzC0HBASECIAEgBEYNhQIgAygCACIAIAQgAWtqIQUgASAAa0EEaiEGAkADQCABLQAAIABB+dQAai0AAEcNMiAAQQRGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMhgILIANBADYCACAGQQFqIQFBKwwyC0HAASECIAEgBEYNhAIgAygCACIAIAQgAWtqIQUgASAAa0ECaiEGAkADQCABLQAAIABB9tQAai0AAEcNMSAAQQJGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMhQILIANBADYCACAGQQFqIQFBLAwxC0G/ASECIAEgBEYNgwIgAygCACIAIAQgAWtqIQUgASAAa0ECaiEGAkADQCABLQAAIABBodUAai0AAEcNMCAAQQJGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMhAILIANBADYCACAGQQFqIQFBEQwwC0G+ASECIAEgBEYNggIgAygCACIAIAQgAWtqIQUgASAAa0EDaiEGAkADQCABLQAAIABB8tQAai0AAEcNLyAAQQNGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMgwILIANBADYCACAGQQFqIQFBLgwvCyABIARGBEBBvQEhAgyCAgsCQAJAAkACQAJAIAEtAABBwQBrDhUANDQ0NDQ0NDQ0NAE0NAI0NAM0NAQ0CyABQQFqIQFBmwEhAgzsAQsgAUEBaiEBQZwBIQIM6wELIAFBAWohAUGdASECDOoBCyABQQFqIQFBogEhAgzpAQsgAUEBaiEBQaQBIQIM6AELIAEgBEYEQEG8ASECDIECCwJAAkAgAS0AAEHSAGsOAwAwATALIAFBAWohAUGjASECDOgBCyABQQFqIQFBBAwtC0G7ASECIAEgBEYN/wEgAygCACIAIAQgAWtqIQUgASAAa0EBaiEGAkADQCABLQAAIABB8NQAai0AAEcNLCAAQQFGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMgAILIANBADYCACAGQQFqIQFBHQwsCyABIARGBEBBugEhAgz/AQsCQAJAIAEtAABByQBrDgcBLi4uLi4ALgsgAUEBaiEBQaEBIQIM5gELIAFBAWohAUEiDCsLIAEgBEYEQEG5ASECDP4BCyABLQAAQdAARw0rIAFBAWohAUGgASECDOQBCyABIARGBEBBuAEhAgz9AQsCQAJAIAEtAABBxgBrDgsALCwsLCwsLCwsASwLIAFBAWohAUGeASECDOQBCyABQQFqIQFBnwEhAgzjAQtBtwEhAiABIARGDfsBIAMoAgAiACAEIAFraiEFIAEgAGtBA2ohBgJAA0AgAS0AACAAQezUAGotAABHDSggAEEDRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADPwBCyADQQA2AgAgBkEBaiEBQQ0MKAtBtgEhAiABIARGDfoBIAMoAgAiACAEIAFraiEFIAEgAGtBAmohBgJAA0AgAS0AACAAQaHVAGotAABHDScgAEECRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADPsBCyADQQA2AgAgBkEBaiEBQQwMJwtBtQEhAiABIARGDfkBIAMoAgAiACAEIAFraiEFIAEgAGtBAWohBgJAA0AgAS0AACAAQerUAGotAABHDSYgAEEBRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADPoBCyADQQA2AgAgBkEBaiEBQQMMJgtBtAEhAiABIARGDfgBIAMoAgAiACAEIAFraiEFIAEgAGtBAWohBgJAA0AgAS0AACAAQejUAGotAABHDSUgAEEBRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADPkBCyADQQA2AgAgBkEBaiEBQSYMJQsgASAERgRAQbMBIQIM+AELAkACQCABLQAAQdQAaw4CAAEnCyABQQFqIQFBmQEhAgzfAQsgAUEBaiEBQZoBIQIM3gELQbIBIQIgASAERg32ASADKAIAIgAgBCABa2ohBSABIABrQQFqIQYCQANAIAEtAAAgAEHm1ABqLQAARw0jIABBAUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAz3AQsgA0EANgIAIAZBAWohAUEnDCMLQbEBIQIgASAERg31ASADKAIAIgAgBCABa2ohBSABIABrQQFqIQYCQANAIAEtAAAgAEHk1ABqLQAARw0iIABBAUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAz2AQsgA0EANgIAIAZBAWohAUEcDCILQbABIQIgASAERg30ASADKAIAIgAgBCABa2ohBSABIABrQQVqIQYCQANAIAEtAAAgAEHe1ABqLQAARw0hIABBBUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAz1AQsgA0EANgIAIAZBAWohAUEGDCELQa8BIQIgASAERg3zASADKAIAIgAgBCABa2ohBSABIABrQQRqIQYCQANAIAEtAAAgAEHZ1ABqLQAARw0gIABBBEYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAz0AQsgA0EANgIAIAZBAWohAUEZDCALIAEgBEYEQEGuASECDPMBCwJAAkACQAJAIAEtAABBLWsOIwAkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJAEkJCQkJAIkJCQDJAsgAUEBaiEBQY4BIQIM3AELIAFBAWohAUGPASECDNsBCyABQQFqIQFBlAEhAgzaAQsgAUEBaiEBQZUBIQIM2QELQa0BIQIgASAERg3xASADKAIAIgAgBCABa2ohBSABIABrQQFqIQYCQANAIAEtAAAgAEHX1ABqLQAARw0eIABBAUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAzyAQsgA0EANgIAIAZBAWohAUELDB4LIAEgBEYEQEGsASECDPEBCwJAAkAgAS0AAEHBAGsOAwAgASALIAFBAWohAUGQASECDNgBCyABQQFqIQFBkwEhAgzXAQsgASAERgRAQasBIQIM8AELAkACQCABLQAAQcEAaw4PAB8fHx8fHx8fHx8fHx8BHwsgAUEBaiEBQZEBIQIM1wELIAFBAWohAUGSASECDNYBCyABIARGBEBBqgEhAgzvAQsgAS0AAEHMAEcNHCABQQFqIQFBCgwbC0GpASECIAEgBEYN7QEgAygCACIAIAQgAWtqIQUgASAAa0EFaiEGAkADQCABLQAAIABB0dQAai0AAEcNGiAAQQVGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM7gELIANBADYCACAGQQFqIQFBHgwaC0GoASECIAEgBEYN7AEgAygCACIAIAQgAWtqIQUgASAAa0EGaiEGAkADQCABLQAAIABBytQAai0AAEcNGSAAQQZGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM7QELIANBADYCACAGQQFqIQFBFQwZC0GnASECIAEgBEYN6wEgAygCACIAIAQgAWtqIQUgASAAa0ECaiEGAkADQCABLQAAIABBx9QAai0AAEcNGCAAQQJGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM7AELIANBADYCACAGQQFqIQFBFwwYC0GmASECIAEgBEYN6gEgAygCACIAIAQgAWtqIQUgASAAa0EFaiEGAkADQCABLQAAIABBwdQAai0AAEcNFyAAQQVGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM6wELIANBADYCACAGQQFqIQFBGAwXCyABIARGBEBBpQEhAgzqAQsCQAJAIAEtAABByQBrDgcAGRkZGRkBGQsgAUEBaiEBQYsBIQIM0QELIAFBAWohAUGMASECDNABC0GkASECIAEgBEYN6AEgAygCACIAIAQgAWtqIQUgASAAa0EBaiEGAkADQCABLQAAIABBptUAai0AAEcNFSAAQQFGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM6QELIANBADYCACAGQQFqIQFBCQwVC0GjASECIAEgBEYN5wEgAygCACIAIAQgAWtqIQUgASAAa0EBaiEGAkADQCABLQAAIABBpNUAai0AAEcNFCAAQQFGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM6AELIANBADYCACAGQQFqIQFBHwwUC0GiASECIAEgBEYN5gEgAygCACIAIAQgAWtqIQUgASAAa0ECaiEGAkADQCABLQAAIABBvtQAai0AAEcNEyAAQQJGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM5wELIANBADYCACAGQQFqIQFBAgwTC0GhASECIAEgBEYN5QEgAygCACIAIAQgAWtqIQUgASAAa0EBaiEGA0AgAS0AACAAQbzUAGotAABHDREgAEEBRg0CIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADOUBCyABIARGBEBBoAEhAgzlAQtBASABLQAAQd8ARw0RGiABQQFqIQFBhwEhAgzLAQsgA0EANgIAIAZBAWohAUGIASECDMoBC0GfASECIAEgBEYN4gEgAygCACIAIAQgAWtqIQUgASAAa0EIaiEGAkADQCABLQAAIABBhNUAai0AAEcNDyAAQQhGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM4wELIANBADYCACAGQQFqIQFBKQwPC0GeASECIAEgBEYN4QEgAygCACIAIAQgAWtqIQUgASAAa0EDaiEGAkADQCABLQAAIABBuNQAai0AAEcNDiAAQQNGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM4gELIANBADYCACAGQQFqIQFBLQwOCyABIARGBEBBnQEhAgzhAQsgAS0AAEHFAEcNDiABQQFqIQFBhAEhAgzHAQsgASAERgRAQZwBIQIM4AELAkACQCABLQAAQcwAaw4IAA8PDw8PDwEPCyABQQFqIQFBggEhAgzHAQsgAUEBaiEBQYMBIQIMxgELQZsBIQIgASAERg3eASADKAIAIgAgBCABa2ohBSABIABrQQRqIQYCQANAIAEtAAAgAEGz1ABqLQAARw0LIABBBEYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAzfAQsgA0EANgIAIAZBAWohAUEjDAsLQZoBIQIgASAERg3dASADKAIAIgAgBCABa2ohBSABIABrQQJqIQYCQANAIAEtAAAgAEGw1ABqLQAARw0KIABBAkYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAzeAQsgA0EANgIAIAZBAWohAUEADAoLIAEgBEYEQEGZASECDN0BCwJAAkAgAS0AAEHIAGsOCAAMDAwMDAwBDAsgAUEBaiEBQf0AIQIMxAELIAFBAWohAUGAASECDMMBCyABIARGBEBBmAEhAgzcAQsCQAJAIAEtAABBzgBrDgMACwELCyABQQFqIQFB/gAhAgzDAQsgAUEBaiEBQf8AIQIMwgELIAEgBEYEQEGXASECDNsBCyABLQAAQdkARw0IIAFBAWohAUEIDAcLQZYBIQIgASAERg3ZASADKAIAIgAgBCABa2ohBSABIABrQQNqIQYCQANAIAEtAAAgAEGs1ABqLQAARw0GIABBA0YNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAzaAQsgA0EANgIAIAZBAWohAUEFDAYLQZUBIQIgASAERg3YASADKAIAIgAgBCABa2ohBSABIABrQQVqIQYCQANAIAEtAAAgAEGm1ABqLQAARw0FIABBBUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAzZAQsgA0EANgIAIAZBAWohAUEWDAULQZQBIQIgASAERg3XASADKAIAIgAgBCABa2ohBSABIABrQQJqIQYCQANAIAEtAAAgAEGh1QBqLQAARw0EIABBAkYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAzYAQsgA0EANgIAIAZBAWohAUEQDAQLIAEgBEYEQEGTASECDNcBCwJAAkAgAS0AAEHDAGsODAAGBgYGBgYGBgYGAQYLIAFBAWohAUH5ACECDL4BCyABQQFqIQFB+gAhAgy9AQtBkgEhAiABIARGDdUBIAMoAgAiACAEIAFraiEFIAEgAGtBBWohBgJAA0AgAS0AACAAQaDUAGotAABHDQIgAEEFRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADNYBCyADQQA2AgAgBkEBaiEBQSQMAgsgA0EANgIADAILIAEgBEYEQEGRASECDNQBCyABLQAAQcwARw0BIAFBAWohAUETCzoAKSADKAIEIQAgA0EANgIEIAMgACABEC4iAA0CDAELQQAhAiADQQA2AhwgAyABNgIUIANB/h82AhAgA0EGNgIMDNEBC0H4ACECDLcBCyADQZABNgIcIAMgATYCFCADIAA2AgxBACECDM8BC0EAIQACQCADKAI4IgJFDQAgAigCQCICRQ0AIAMgAhEAACEACyAARQ0AIABBFUYNASADQQA2AhwgAyABNgIUIANBgg82AhAgA0EgNgIMQQAhAgzOAQtB9wAhAgy0AQsgA0GPATYCHCADIAE2AhQgA0HsGzYCECADQRU2AgxBACECDMwBCyABIARGBEBBjwEhAgzMAQsCQCABLQAAQSBGBEAgAUEBaiEBDAELIANBADYCHCADIAE2AhQgA0GbHzYCECADQQY2AgxBACECDMwBC0ECIQIMsgELA0AgAS0AAEEgRw0CIAQgAUEBaiIBRw0AC0GOASECDMoBCyABIARGBEBBjQEhAgzKAQsCQCABLQAAQQlrDgRKAABKAAtB9QAhAgywAQsgAy0AKUEFRgRAQfYAIQIMsAELQfQAIQIMrwELIAEgBEYEQEGMASECDMgBCyADQRA2AgggAyABNgIEDAoLIAEgBEYEQEGLASECDMcBCwJAIAEtAABBCWsOBEcAAEcAC0HzACECDK0BCyABIARHBEAgA0EQNgIIIAMgATYCBEHxACECDK0BC0GKASECDMUBCwJAIAEgBEcEQANAIAEtAABBoNAAai0AACIAQQNHBEACQCAAQQFrDgJJAAQLQfAAIQIMrwELIAQgAUEBaiIBRw0AC0GIASECDMYBC0GIASECDMUBCyADQQA2AhwgAyABNgIUIANB2yA2AhAgA0EHNgIMQQAhAgzEAQsgASAERgRAQYkBIQIMxAELAkACQAJAIAEtAABBoNIAai0AAEEBaw4DRgIAAQtB8gAhAgysAQsgA0EANgIcIAMgATYCFCADQbQSNgIQIANBBzYCDEEAIQIMxAELQeoAIQIMqgELIAEgBEcEQCABQQFqIQFB7wAhAgyqAQtBhwEhAgzCAQsgBCABIgBGBEBBhgEhAgzCAQsgAC0AACIBQS9GBEAgAEEBaiEBQe4AIQIMqQELIAFBCWsiAkEXSw0BIAAhAUEBIAJ0QZuAgARxDUEMAQsgBCABIgBGBEBBhQEhAgzBAQsgAC0AAEEvRw0AIABBAWohAQwDC0EAIQIgA0EANgIcIAMgADYCFCADQdsgNgIQIANBBzYCDAy/AQsCQAJAAkACQAJAA0AgAS0AAEGgzgBqLQAAIgBBBUcEQAJAAkAgAEEBaw4IRwUGBwgABAEIC0HrACECDK0BCyABQQFqIQFB7QAhAgysAQsgBCABQQFqIgFHDQALQYQBIQIMwwELIAFBAWoMFAsgAygCBCEAIANBADYCBCADIAAgARAsIgBFDR4gA0HbADYCHCADIAE2AhQgAyAANgIMQQAhAgzBAQsgAygCBCEAIANBADYCBCADIAAgARAsIgBFDR4gA0HdADYCHCADIAE2AhQgAyAANgIMQQAhAgzAAQsgAygCBCEAIANBADYCBCADIAAgARAsIgBFDR4gA0H6ADYCHCADIAE2AhQgAyAANgIMQQAhAgy/AQsgA0EANgIcIAMgATYCFCADQfkPNgIQIANBBzYCDEEAIQIMvgELIAEgBEYEQEGDASECDL4BCwJAIAEtAABBoM4Aai0AAEEBaw4IPgQFBgAIAgMHCyABQQFqIQELQQMhAgyjAQsgAUEBagwNC0EAIQIgA0EANgIcIANB0RI2AhAgA0EHNgIMIAMgAUEBajYCFAy6AQsgAygCBCEAIANBADYCBCADIAAgARAsIgBFDRYgA0HbADYCHCADIAE2AhQgAyAANgIMQQAhAgy5AQsgAygCBCEAIANBADYCBCADIAAgARAsIgBFDRYgA0HdADYCHCADIAE2AhQgAyAANgIMQQAhAgy4AQsgAygCBCEAIANBADYCBCADIAAgARAsIgBFDRYgA0H6ADYCHCADIAE2AhQgAyAANgIMQQAhAgy3AQsgA0EANgIcIAMgATYCFCADQfkPNgIQIANBBzYCDEEAIQIMtgELQewAIQIMnAELIAEgBEYEQEGCASECDLUBCyABQQFqDAILIAEgBEYEQEGBASECDLQBCyABQQFqDAELIAEgBEYNASABQQFqCyEBQQQhAgyYAQtBgAEhAgywAQsDQCABLQAAQaDMAGotAAAiAEECRwRAIABBAUcEQEHpACECDJkBCwwxCyAEIAFBAWoiAUcNAAtB/wAhAgyvAQsgASAERgRAQf4AIQIMrwELAkAgAS0AAEEJaw43LwMGLwQGBgYGBgYGBgYGBgYGBgYGBgYFBgYCBgYGBgYGBgYGBgYGBgYGBgYGBgYGBgYGBgYGAAYLIAFBAWoLIQFBBSECDJQBCyABQQFqDAYLIAMoAgQhACADQQA2AgQgAyAAIAEQLCIARQ0IIANB2wA2AhwgAyABNgIUIAMgADYCDEEAIQIMqwELIAMoAgQhACADQQA2AgQgAyAAIAEQLCIARQ0IIANB3QA2AhwgAyABNgIUIAMgADYCDEEAIQIMqgELIAMoAgQhACADQQA2AgQgAyAAIAEQLCIARQ0IIANB+gA2AhwgAyABNgIUIAMgADYCDEEAIQIMqQELIANBADYCHCADIAE2AhQgA0GNFDYCECADQQc2AgxBACECDKgBCwJAAkACQAJAA0AgAS0AAEGgygBqLQAAIgBBBUcEQAJAIABBAWsOBi4DBAUGAAYLQegAIQIMlAELIAQgAUEBaiIBRw0AC0H9ACECDKsBCyADKAIEIQAgA0EANgIEIAMgACABECwiAEUNByADQdsANgIcIAMgATYCFCADIAA2AgxBACECDKoBCyADKAIEIQAgA0EANgIEIAMgACABECwiAEUNByADQd0ANgIcIAMgATYCFCADIAA2AgxBACECDKkBCyADKAIEIQAgA0EANgIEIAMgACABECwiAEUNByADQfoANgIcIAMgATYCFCADIAA2AgxBACECDKgBCyADQQA2AhwgAyABNgIUIANB5Ag2AhAgA0EHNgIMQQAhAgynAQsgASAERg0BIAFBAWoLIQFBBiECDIwBC0H8ACECDKQBCwJAAkACQAJAA0AgAS0AAEGgyABqLQAAIgBBBUcEQCAAQQFrDgQpAgMEBQsgBCABQQFqIgFHDQALQfsAIQIMpwELIAMoAgQhACADQQA2AgQgAyAAIAEQLCIARQ0DIANB2wA2AhwgAyABNgIUIAMgADYCDEEAIQIMpgELIAMoAgQhACADQQA2AgQgAyAAIAEQLCIARQ0DIANB3QA2AhwgAyABNgIUIAMgADYCDEEAIQIMpQELIAMoAgQhACADQQA2AgQgAyAAIAEQLCIARQ0DIANB+gA2AhwgAyABNgIUIAMgADYCDEEAIQIMpAELIANBADYCHCADIAE2AhQgA0G8CjYCECADQQc2AgxBACECDKMBC0HPACECDIkBC0HRACECDIgBC0HnACECDIcBCyABIARGBEBB+gAhAgygAQsCQCABLQAAQQlrDgQgAAAgAAsgAUEBaiEBQeYAIQIMhgELIAEgBEYEQEH5ACECDJ8BCwJAIAEtAABBCWsOBB8AAB8AC0EAIQACQCADKAI4IgJFDQAgAigCOCICRQ0AIAMgAhEAACEACyAARQRAQeIBIQIMhgELIABBFUcEQCADQQA2AhwgAyABNgIUIANByQ02AhAgA0EaNgIMQQAhAgyfAQsgA0H4ADYCHCADIAE2AhQgA0HqGjYCECADQRU2AgxBACECDJ4BCyABIARHBEAgA0ENNgIIIAMgATYCBEHkACECDIUBC0H3ACECDJ0BCyABIARGBEBB9gAhAgydAQsCQAJAAkAgAS0AAEHIAGsOCwABCwsLCwsLCwsCCwsgAUEBaiEBQd0AIQIMhQELIAFBAWohAUHgACECDIQBCyABQQFqIQFB4wAhAgyDAQtB9QAhAiABIARGDZsBIAMoAgAiACAEIAFraiEFIAEgAGtBAmohBgJAA0AgAS0AACAAQbXVAGotAABHDQggAEECRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADJwBCyADKAIEIQAgA0IANwMAIAMgACAGQQFqIgEQKyIABEAgA0H0ADYCHCADIAE2AhQgAyAANgIMQQAhAgycAQtB4gAhAgyCAQtBACEAAkAgAygCOCICRQ0AIAIoAjQiAkUNACADIAIRAAAhAAsCQCAABEAgAEEVRg0BIANBADYCHCADIAE2AhQgA0HqDTYCECADQSY2AgxBACECDJwBC0HhACECDIIBCyADQfMANgIcIAMgATYCFCADQYAbNgIQIANBFTYCDEEAIQIMmgELIAMtACkiAEEja0ELSQ0JAkAgAEEGSw0AQQEgAHRBygBxRQ0ADAoLQQAhAiADQQA2AhwgAyABNgIUIANB7Qk2AhAgA0EINgIMDJkBC0HyACECIAEgBEYNmAEgAygCACIAIAQgAWtqIQUgASAAa0EBaiEGAkADQCABLQAAIABBs9UAai0AAEcNBSAAQQFGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMmQELIAMoAgQhACADQgA3AwAgAyAAIAZBAWoiARArIgAEQCADQfEANgIcIAMgATYCFCADIAA2AgxBACECDJkBC0HfACECDH8LQQAhAAJAIAMoAjgiAkUNACACKAI0IgJFDQAgAyACEQAAIQALAkAgAARAIABBFUYNASADQQA2AhwgAyABNgIUIANB6g02AhAgA0EmNgIMQQAhAgyZAQtB3gAhAgx/CyADQfAANgIcIAMgATYCFCADQYAbNgIQIANBFTYCDEEAIQIMlwELIAMtAClBIUYNBiADQQA2AhwgAyABNgIUIANBkQo2AhAgA0EINgIMQQAhAgyWAQtB7wAhAiABIARGDZUBIAMoAgAiACAEIAFraiEFIAEgAGtBAmohBgJAA0AgAS0AACAAQbDVAGotAABHDQIgAEECRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADJYBCyADKAIEIQAgA0IANwMAIAMgACAGQQFqIgEQKyIARQ0CIANB7QA2AhwgAyABNgIUIAMgADYCDEEAIQIMlQELIANBADYCAAsgAygCBCEAIANBADYCBCADIAAgARArIgBFDYABIANB7gA2AhwgAyABNgIUIAMgADYCDEEAIQIMkwELQdwAIQIMeQtBACEAAkAgAygCOCICRQ0AIAIoAjQiAkUNACADIAIRAAAhAAsCQCAABEAgAEEVRg0BIANBADYCHCADIAE2AhQgA0HqDTYCECADQSY2AgxBACECDJMBC0HbACECDHkLIANB7AA2AhwgAyABNgIUIANBgBs2AhAgA0EVNgIMQQAhAgyRAQsgAy0AKSIAQSNJDQAgAEEuRg0AIANBADYCHCADIAE2AhQgA0HJCTYCECADQQg2AgxBACECDJABC0HaACECDHYLIAEgBEYEQEHrACECDI8BCwJAIAEtAABBL0YEQCABQQFqIQEMAQsgA0EANgIcIAMgATYCFCADQbI4NgIQIANBCDYCDEEAIQIMjwELQdkAIQIMdQsgASAERwRAIANBDjYCCCADIAE2AgRB2AAhAgx1C0HqACECDI0BCyABIARGBEBB6QAhAgyNAQsgAS0AAEEwayIAQf8BcUEKSQRAIAMgADoAKiABQQFqIQFB1wAhAgx0CyADKAIEIQAgA0EANgIEIAMgACABEC8iAEUNeiADQegANgIcIAMgATYCFCADIAA2AgxBACECDIwBCyABIARGBEBB5wAhAgyMAQsCQCABLQAAQS5GBEAgAUEBaiEBDAELIAMoAgQhACADQQA2AgQgAyAAIAEQLyIARQ17IANB5gA2AhwgAyABNgIUIAMgADYCDEEAIQIMjAELQdYAIQIMcgsgASAERgRAQeUAIQIMiwELQQAhAEEBIQVBASEHQQAhAgJAAkACQAJAAkACfwJAAkACQAJAAkACQAJAIAEtAABBMGsOCgoJAAECAwQFBggLC0ECDAYLQQMMBQtBBAwEC0EFDAMLQQYMAgtBBwwBC0EICyECQQAhBUEAIQcMAgtBCSECQQEhAEEAIQVBACEHDAELQQAhBUEBIQILIAMgAjoAKyABQQFqIQECQAJAIAMtAC5BEHENAAJAAkACQCADLQAqDgMBAAIECyAHRQ0DDAILIAANAQwCCyAFRQ0BCyADKAIEIQAgA0EANgIEIAMgACABEC8iAEUNAiADQeIANgIcIAMgATYCFCADIAA2AgxBACECDI0BCyADKAIEIQAgA0EANgIEIAMgACABEC8iAEUNfSADQeMANgIcIAMgATYCFCADIAA2AgxBACECDIwBCyADKAIEIQAgA0EANgIEIAMgACABEC8iAEUNeyADQeQANgIcIAMgATYCFCADIAA2AgwMiwELQdQAIQIMcQsgAy0AKUEiRg2GAUHTACECDHALQQAhAAJAIAMoAjgiAkUNACACKAJEIgJFDQAgAyACEQAAIQALIABFBEBB1QAhAgxwCyAAQRVHBEAgA0EANgIcIAMgATYCFCADQaQNNgIQIANBITYCDEEAIQIMiQELIANB4QA2AhwgAyABNgIUIANB0Bo2AhAgA0EVNgIMQQAhAgyIAQsgASAERgRAQeAAIQIMiAELAkACQAJAAkACQCABLQAAQQprDgQBBAQABAsgAUEBaiEBDAELIAFBAWohASADQS9qLQAAQQFxRQ0BC0HSACECDHALIANBADYCHCADIAE2AhQgA0G2ETYCECADQQk2AgxBACECDIgBCyADQQA2AhwgAyABNgIUIANBthE2AhAgA0EJNgIMQQAhAgyHAQsgASAERgRAQd8AIQIMhwELIAEtAABBCkYEQCABQQFqIQEMCQsgAy0ALkHAAHENCCADQQA2AhwgAyABNgIUIANBthE2AhAgA0ECNgIMQQAhAgyGAQsgASAERgRAQd0AIQIMhgELIAEtAAAiAkENRgRAIAFBAWohAUHQACECDG0LIAEhACACQQlrDgQFAQEFAQsgBCABIgBGBEBB3AAhAgyFAQsgAC0AAEEKRw0AIABBAWoMAgtBACECIANBADYCHCADIAA2AhQgA0HKLTYCECADQQc2AgwMgwELIAEgBEYEQEHbACECDIMBCwJAIAEtAABBCWsOBAMAAAMACyABQQFqCyEBQc4AIQIMaAsgASAERgRAQdoAIQIMgQELIAEtAABBCWsOBAABAQABC0EAIQIgA0EANgIcIANBmhI2AhAgA0EHNgIMIAMgAUEBajYCFAx/CyADQYASOwEqQQAhAAJAIAMoAjgiAkUNACACKAI4IgJFDQAgAyACEQAAIQALIABFDQAgAEEVRw0BIANB2QA2AhwgAyABNgIUIANB6ho2AhAgA0EVNgIMQQAhAgx+C0HNACECDGQLIANBADYCHCADIAE2AhQgA0HJDTYCECADQRo2AgxBACECDHwLIAEgBEYEQEHZACECDHwLIAEtAABBIEcNPSABQQFqIQEgAy0ALkEBcQ09IANBADYCHCADIAE2AhQgA0HCHDYCECADQR42AgxBACECDHsLIAEgBEYEQEHYACECDHsLAkACQAJAAkACQCABLQAAIgBBCmsOBAIDAwABCyABQQFqIQFBLCECDGULIABBOkcNASADQQA2AhwgAyABNgIUIANB5xE2AhAgA0EKNgIMQQAhAgx9CyABQQFqIQEgA0Evai0AAEEBcUUNcyADLQAyQYABcUUEQCADQTJqIQIgAxA1QQAhAAJAIAMoAjgiBkUNACAGKAIoIgZFDQAgAyAGEQAAIQALAkACQCAADhZNTEsBAQEBAQEBAQEBAQEBAQEBAQEAAQsgA0EpNgIcIAMgATYCFCADQawZNgIQIANBFTYCDEEAIQIMfgsgA0EANgIcIAMgATYCFCADQeULNgIQIANBETYCDEEAIQIMfQtBACEAAkAgAygCOCICRQ0AIAIoAlwiAkUNACADIAIRAAAhAAsgAEUNWSAAQRVHDQEgA0EFNgIcIAMgATYCFCADQZsbNgIQIANBFTYCDEEAIQIMfAtBywAhAgxiC0EAIQIgA0EANgIcIAMgATYCFCADQZAONgIQIANBFDYCDAx6CyADIAMvATJBgAFyOwEyDDsLIAEgBEcEQCADQRE2AgggAyABNgIEQcoAIQIMYAtB1wAhAgx4CyABIARGBEBB1gAhAgx4CwJAAkACQAJAIAEtAAAiAEEgciAAIABBwQBrQf8BcUEaSRtB/wFxQeMAaw4TAEBAQEBAQEBAQEBAQAFAQEACA0ALIAFBAWohAUHGACECDGELIAFBAWohAUHHACECDGALIAFBAWohAUHIACECDF8LIAFBAWohAUHJACECDF4LQdUAIQIgBCABIgBGDXYgBCABayADKAIAIgFqIQYgACABa0EFaiEHA0AgAUGQyABqLQAAIAAtAAAiBUEgciAFIAVBwQBrQf8BcUEaSRtB/wFxRw0IQQQgAUEFRg0KGiABQQFqIQEgBCAAQQFqIgBHDQALIAMgBjYCAAx2C0HUACECIAQgASIARg11IAQgAWsgAygCACIBaiEGIAAgAWtBD2ohBwNAIAFBgMgAai0AACAALQAAIgVBIHIgBSAFQcEAa0H/AXFBGkkbQf8BcUcNB0EDIAFBD0YNCRogAUEBaiEBIAQgAEEBaiIARw0ACyADIAY2AgAMdQtB0wAhAiAEIAEiAEYNdCAEIAFrIAMoAgAiAWohBiAAIAFrQQ5qIQcDQCABQeLHAGotAAAgAC0AACIFQSByIAUgBUHBAGtB/wFxQRpJG0H/AXFHDQYgAUEORg0HIAFBAWohASAEIABBAWoiAEcNAAsgAyAGNgIADHQLQdIAIQIgBCABIgBGDXMgBCABayADKAIAIgFqIQUgACABa0EBaiEGA0AgAUHgxwBqLQAAIAAtAAAiB0EgciAHIAdBwQBrQf8BcUEaSRtB/wFxRw0FIAFBAUYNAiABQQFqIQEgBCAAQQFqIgBHDQALIAMgBTYCAAxzCyABIARGBEBB0QAhAgxzCwJAAkAgAS0AACIAQSByIAAgAEHBAGtB/wFxQRpJG0H/AXFB7gBrDgcAOTk5OTkBOQsgAUEBaiEBQcMAIQIMWgsgAUEBaiEBQcQAIQIMWQsgA0EANgIAIAZBAWohAUHFACECDFgLQdAAIQIgBCABIgBGDXAgBCABayADKAIAIgFqIQYgACABa0EJaiEHA0AgAUHWxwBqLQAAIAAtAAAiBUEgciAFIAVBwQBrQf8BcUEaSRtB/wFxRw0CQQIgAUEJRg0EGiABQQFqIQEgBCAAQQFqIgBHDQALIAMgBjYCAAxwC0HPACECIAQgASIARg1vIAQgAWsgAygCACIBaiEGIAAgAWtBBWohBwNAIAFB0McAai0AACAALQAAIgVBIHIgBSAFQcEAa0H/AXFBGkkbQf8BcUcNASABQQVGDQIgAUEBaiEBIAQgAEEBaiIARw0ACyADIAY2AgAMbwsgACEBIANBADYCAAwzC0EBCzoALCADQQA2AgAgB0EBaiEBC0EtIQIMUgsCQANAIAEtAABB0MUAai0AAEEBRw0BIAQgAUEBaiIBRw0AC0HNACECDGsLQcIAIQIMUQsgASAERgRAQcwAIQIMagsgAS0AAEE6RgRAIAMoAgQhACADQQA2AgQgAyAAIAEQMCIARQ0zIANBywA2AhwgAyAANgIMIAMgAUEBajYCFEEAIQIMagsgA0EANgIcIAMgATYCFCADQecRNgIQIANBCjYCDEEAIQIMaQsCQAJAIAMtACxBAmsOAgABJwsgA0Ezai0AAEECcUUNJiADLQAuQQJxDSYgA0EANgIcIAMgATYCFCADQaYUNgIQIANBCzYCDEEAIQIMaQsgAy0AMkEgcUUNJSADLQAuQQJxDSUgA0EANgIcIAMgATYCFCADQb0TNgIQIANBDzYCDEEAIQIMaAtBACEAAkAgAygCOCICRQ0AIAIoAkgiAkUNACADIAIRAAAhAAsgAEUEQEHBACECDE8LIABBFUcEQCADQQA2AhwgAyABNgIUIANBpg82AhAgA0EcNgIMQQAhAgxoCyADQcoANgIcIAMgATYCFCADQYUcNgIQIANBFTYCDEEAIQIMZwsgASAERwRAA0AgAS0AAEHAwQBqLQAAQQFHDRcgBCABQQFqIgFHDQALQcQAIQIMZwtBxAAhAgxmCyABIARHBEADQAJAIAEtAAAiAEEgciAAIABBwQBrQf8BcUEaSRtB/wFxIgBBCUYNACAAQSBGDQACQAJAAkACQCAAQeMAaw4TAAMDAwMDAwMBAwMDAwMDAwMDAgMLIAFBAWohAUE2IQIMUgsgAUEBaiEBQTchAgxRCyABQQFqIQFBOCECDFALDBULIAQgAUEBaiIBRw0AC0E8IQIMZgtBPCECDGULIAEgBEYEQEHIACECDGULIANBEjYCCCADIAE2AgQCQAJAAkACQAJAIAMtACxBAWsOBBQAAQIJCyADLQAyQSBxDQNB4AEhAgxPCwJAIAMvATIiAEEIcUUNACADLQAoQQFHDQAgAy0ALkEIcUUNAgsgAyAAQff7A3FBgARyOwEyDAsLIAMgAy8BMkEQcjsBMgwECyADQQA2AgQgAyABIAEQMSIABEAgA0HBADYCHCADIAA2AgwgAyABQQFqNgIUQQAhAgxmCyABQQFqIQEMWAsgA0EANgIcIAMgATYCFCADQfQTNgIQIANBBDYCDEEAIQIMZAtBxwAhAiABIARGDWMgAygCACIAIAQgAWtqIQUgASAAa0EGaiEGAkADQCAAQcDFAGotAAAgAS0AAEEgckcNASAAQQZGDUogAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMZAsgA0EANgIADAULAkAgASAERwRAA0AgAS0AAEHAwwBqLQAAIgBBAUcEQCAAQQJHDQMgAUEBaiEBDAULIAQgAUEBaiIBRw0AC0HFACECDGQLQcUAIQIMYwsLIANBADoALAwBC0ELIQIMRwtBPyECDEYLAkACQANAIAEtAAAiAEEgRwRAAkAgAEEKaw4EAwUFAwALIABBLEYNAwwECyAEIAFBAWoiAUcNAAtBxgAhAgxgCyADQQg6ACwMDgsgAy0AKEEBRw0CIAMtAC5BCHENAiADKAIEIQAgA0EANgIEIAMgACABEDEiAARAIANBwgA2AhwgAyAANgIMIAMgAUEBajYCFEEAIQIMXwsgAUEBaiEBDFALQTshAgxECwJAA0AgAS0AACIAQSBHIABBCUdxDQEgBCABQQFqIgFHDQALQcMAIQIMXQsLQTwhAgxCCwJAAkAgASAERwRAA0AgAS0AACIAQSBHBEAgAEEKaw4EAwQEAwQLIAQgAUEBaiIBRw0AC0E/IQIMXQtBPyECDFwLIAMgAy8BMkEgcjsBMgwKCyADKAIEIQAgA0EANgIEIAMgACABEDEiAEUNTiADQT42AhwgAyABNgIUIAMgADYCDEEAIQIMWgsCQCABIARHBEADQCABLQAAQcDDAGotAAAiAEEBRwRAIABBAkYNAwwMCyAEIAFBAWoiAUcNAAtBNyECDFsLQTchAgxaCyABQQFqIQEMBAtBOyECIAQgASIARg1YIAQgAWsgAygCACIBaiEGIAAgAWtBBWohBwJAA0AgAUGQyABqLQAAIAAtAAAiBUEgciAFIAVBwQBrQf8BcUEaSRtB/wFxRw0BIAFBBUYEQEEHIQEMPwsgAUEBaiEBIAQgAEEBaiIARw0ACyADIAY2AgAMWQsgA0EANgIAIAAhAQwFC0E6IQIgBCABIgBGDVcgBCABayADKAIAIgFqIQYgACABa0EIaiEHAkADQCABQbTBAGotAAAgAC0AACIFQSByIAUgBUHBAGtB/wFxQRpJG0H/AXFHDQEgAUEIRgRAQQUhAQw+CyABQQFqIQEgBCAAQQFqIgBHDQALIAMgBjYCAAxYCyADQQA2AgAgACEBDAQLQTkhAiAEIAEiAEYNViAEIAFrIAMoAgAiAWohBiAAIAFrQQNqIQcCQANAIAFBsMEAai0AACAALQAAIgVBIHIgBSAFQcEAa0H/AXFBGkkbQf8BcUcNASABQQNGBEBBBiEBDD0LIAFBAWohASAEIABBAWoiAEcNAAsgAyAGNgIADFcLIANBADYCACAAIQEMAwsCQANAIAEtAAAiAEEgRwRAIABBCmsOBAcEBAcCCyAEIAFBAWoiAUcNAAtBOCECDFYLIABBLEcNASABQQFqIQBBASEBAkACQAJAAkACQCADLQAsQQVrDgQDAQIEAAsgACEBDAQLQQIhAQwBC0EEIQELIANBAToALCADIAMvATIgAXI7ATIgACEBDAELIAMgAy8BMkEIcjsBMiAAIQELQT4hAgw7CyADQQA6ACwLQTkhAgw5CyABIARGBEBBNiECDFILAkACQAJAAkACQCABLQAAQQprDgQAAgIBAgsgAygCBCEAIANBADYCBCADIAAgARAxIgBFDQIgA0EzNgIcIAMgATYCFCADIAA2AgxBACECDFULIAMoAgQhACADQQA2AgQgAyAAIAEQMSIARQRAIAFBAWohAQwGCyADQTI2AhwgAyAANgIMIAMgAUEBajYCFEEAIQIMVAsgAy0ALkEBcQRAQd8BIQIMOwsgAygCBCEAIANBADYCBCADIAAgARAxIgANAQxJC0E0IQIMOQsgA0E1NgIcIAMgATYCFCADIAA2AgxBACECDFELQTUhAgw3CyADQS9qLQAAQQFxDQAgA0EANgIcIAMgATYCFCADQesWNgIQIANBGTYCDEEAIQIMTwtBMyECDDULIAEgBEYEQEEyIQIMTgsCQCABLQAAQQpGBEAgAUEBaiEBDAELIANBADYCHCADIAE2AhQgA0GSFzYCECADQQM2AgxBACECDE4LQTIhAgw0CyABIARGBEBBMSECDE0LAkAgAS0AACIAQQlGDQAgAEEgRg0AQQEhAgJAIAMtACxBBWsOBAYEBQANCyADIAMvATJBCHI7ATIMDAsgAy0ALkEBcUUNASADLQAsQQhHDQAgA0EAOgAsC0E9IQIMMgsgA0EANgIcIAMgATYCFCADQcIWNgIQIANBCjYCDEEAIQIMSgtBAiECDAELQQQhAgsgA0EBOgAsIAMgAy8BMiACcjsBMgwGCyABIARGBEBBMCECDEcLIAEtAABBCkYEQCABQQFqIQEMAQsgAy0ALkEBcQ0AIANBADYCHCADIAE2AhQgA0HcKDYCECADQQI2AgxBACECDEYLQTAhAgwsCyABQQFqIQFBMSECDCsLIAEgBEYEQEEvIQIMRAsgAS0AACIAQQlHIABBIEdxRQRAIAFBAWohASADLQAuQQFxDQEgA0EANgIcIAMgATYCFCADQZcQNgIQIANBCjYCDEEAIQIMRAtBASECAkACQAJAAkACQAJAIAMtACxBAmsOBwUEBAMBAgAECyADIAMvATJBCHI7ATIMAwtBAiECDAELQQQhAgsgA0EBOgAsIAMgAy8BMiACcjsBMgtBLyECDCsLIANBADYCHCADIAE2AhQgA0GEEzYCECADQQs2AgxBACECDEMLQeEBIQIMKQsgASAERgRAQS4hAgxCCyADQQA2AgQgA0ESNgIIIAMgASABEDEiAA0BC0EuIQIMJwsgA0EtNgIcIAMgATYCFCADIAA2AgxBACECDD8LQQAhAAJAIAMoAjgiAkUNACACKAJMIgJFDQAgAyACEQAAIQALIABFDQAgAEEVRw0BIANB2AA2AhwgAyABNgIUIANBsxs2AhAgA0EVNgIMQQAhAgw+C0HMACECDCQLIANBADYCHCADIAE2AhQgA0GzDjYCECADQR02AgxBACECDDwLIAEgBEYEQEHOACECDDwLIAEtAAAiAEEgRg0CIABBOkYNAQsgA0EAOgAsQQkhAgwhCyADKAIEIQAgA0EANgIEIAMgACABEDAiAA0BDAILIAMtAC5BAXEEQEHeASECDCALIAMoAgQhACADQQA2AgQgAyAAIAEQMCIARQ0CIANBKjYCHCADIAA2AgwgAyABQQFqNgIUQQAhAgw4CyADQcsANgIcIAMgADYCDCADIAFBAWo2AhRBACECDDcLIAFBAWohAUHAACECDB0LIAFBAWohAQwsCyABIARGBEBBKyECDDULAkAgAS0AAEEKRgRAIAFBAWohAQwBCyADLQAuQcAAcUUNBgsgAy0AMkGAAXEEQEEAIQACQCADKAI4IgJFDQAgAigCXCICRQ0AIAMgAhEAACEACyAARQ0SIABBFUYEQCADQQU2AhwgAyABNgIUIANBmxs2AhAgA0EVNgIMQQAhAgw2CyADQQA2AhwgAyABNgIUIANBkA42AhAgA0EUNgIMQQAhAgw1CyADQTJqIQIgAxA1QQAhAAJAIAMoAjgiBkUNACAGKAIoIgZFDQAgAyAGEQAAIQALIAAOFgIBAAQEBAQEBAQEBAQEBAQEBAQEBAMECyADQQE6ADALIAIgAi8BAEHAAHI7AQALQSshAgwYCyADQSk2AhwgAyABNgIUIANBrBk2AhAgA0EVNgIMQQAhAgwwCyADQQA2AhwgAyABNgIUIANB5Qs2AhAgA0ERNgIMQQAhAgwvCyADQQA2AhwgAyABNgIUIANBpQs2AhAgA0ECNgIMQQAhAgwuC0EBIQcgAy8BMiIFQQhxRQRAIAMpAyBCAFIhBwsCQCADLQAwBEBBASEAIAMtAClBBUYNASAFQcAAcUUgB3FFDQELAkAgAy0AKCICQQJGBEBBASEAIAMvATQiBkHlAEYNAkEAIQAgBUHAAHENAiAGQeQARg0CIAZB5gBrQQJJDQIgBkHMAUYNAiAGQbACRg0CDAELQQAhACAFQcAAcQ0BC0ECIQAgBUEIcQ0AIAVBgARxBEACQCACQQFHDQAgAy0ALkEKcQ0AQQUhAAwCC0EEIQAMAQsgBUEgcUUEQCADEDZBAEdBAnQhAAwBC0EAQQMgAykDIFAbIQALIABBAWsOBQIABwEDBAtBESECDBMLIANBAToAMQwpC0EAIQICQCADKAI4IgBFDQAgACgCMCIARQ0AIAMgABEAACECCyACRQ0mIAJBFUYEQCADQQM2AhwgAyABNgIUIANB0hs2AhAgA0EVNgIMQQAhAgwrC0EAIQIgA0EANgIcIAMgATYCFCADQd0ONgIQIANBEjYCDAwqCyADQQA2AhwgAyABNgIUIANB+SA2AhAgA0EPNgIMQQAhAgwpC0EAIQACQCADKAI4IgJFDQAgAigCMCICRQ0AIAMgAhEAACEACyAADQELQQ4hAgwOCyAAQRVGBEAgA0ECNgIcIAMgATYCFCADQdIbNgIQIANBFTYCDEEAIQIMJwsgA0EANgIcIAMgATYCFCADQd0ONgIQIANBEjYCDEEAIQIMJgtBKiECDAwLIAEgBEcEQCADQQk2AgggAyABNgIEQSkhAgwMC0EmIQIMJAsgAyADKQMgIgwgBCABa60iCn0iC0IAIAsgDFgbNwMgIAogDFQEQEElIQIMJAsgAygCBCEAIANBADYCBCADIAAgASAMp2oiARAyIgBFDQAgA0EFNgIcIAMgATYCFCADIAA2AgxBACECDCMLQQ8hAgwJC0IAIQoCQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkAgAS0AAEEwaw43FxYAAQIDBAUGBxQUFBQUFBQICQoLDA0UFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFA4PEBESExQLQgIhCgwWC0IDIQoMFQtCBCEKDBQLQgUhCgwTC0IGIQoMEgtCByEKDBELQgghCgwQC0IJIQoMDwtCCiEKDA4LQgshCgwNC0IMIQoMDAtCDSEKDAsLQg4hCgwKC0IPIQoMCQtCCiEKDAgLQgshCgwHC0IMIQoMBgtCDSEKDAULQg4hCgwEC0IPIQoMAwsgA0EANgIcIAMgATYCFCADQZ8VNgIQIANBDDYCDEEAIQIMIQsgASAERgRAQSIhAgwhC0IAIQoCQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAIAEtAABBMGsONxUUAAECAwQFBgcWFhYWFhYWCAkKCwwNFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYODxAREhMWC0ICIQoMFAtCAyEKDBMLQgQhCgwSC0IFIQoMEQtCBiEKDBALQgchCgwPC0IIIQoMDgtCCSEKDA0LQgohCgwMC0ILIQoMCwtCDCEKDAoLQg0hCgwJC0IOIQoMCAtCDyEKDAcLQgohCgwGC0ILIQoMBQtCDCEKDAQLQg0hCgwDC0IOIQoMAgtCDyEKDAELQgEhCgsgAUEBaiEBIAMpAyAiC0L//////////w9YBEAgAyALQgSGIAqENwMgDAILIANBADYCHCADIAE2AhQgA0G1CTYCECADQQw2AgxBACECDB4LQSchAgwEC0EoIQIMAwsgAyABOgAsIANBADYCACAHQQFqIQFBDCECDAILIANBADYCACAGQQFqIQFBCiECDAELIAFBAWohAUEIIQIMAAsAC0EAIQIgA0EANgIcIAMgATYCFCADQbI4NgIQIANBCDYCDAwXC0EAIQIgA0EANgIcIAMgATYCFCADQYMRNgIQIANBCTYCDAwWC0EAIQIgA0EANgIcIAMgATYCFCADQd8KNgIQIANBCTYCDAwVC0EAIQIgA0EANgIcIAMgATYCFCADQe0QNgIQIANBCTYCDAwUC0EAIQIgA0EANgIcIAMgATYCFCADQdIRNgIQIANBCTYCDAwTC0EAIQIgA0EANgIcIAMgATYCFCADQbI4NgIQIANBCDYCDAwSC0EAIQIgA0EANgIcIAMgATYCFCADQYMRNgIQIANBCTYCDAwRC0EAIQIgA0EANgIcIAMgATYCFCADQd8KNgIQIANBCTYCDAwQC0EAIQIgA0EANgIcIAMgATYCFCADQe0QNgIQIANBCTYCDAwPC0EAIQIgA0EANgIcIAMgATYCFCADQdIRNgIQIANBCTYCDAwOC0EAIQIgA0EANgIcIAMgATYCFCADQbkXNgIQIANBDzYCDAwNC0EAIQIgA0EANgIcIAMgATYCFCADQbkXNgIQIANBDzYCDAwMC0EAIQIgA0EANgIcIAMgATYCFCADQZkTNgIQIANBCzYCDAwLC0EAIQIgA0EANgIcIAMgATYCFCADQZ0JNgIQIANBCzYCDAwKC0EAIQIgA0EANgIcIAMgATYCFCADQZcQNgIQIANBCjYCDAwJC0EAIQIgA0EANgIcIAMgATYCFCADQbEQNgIQIANBCjYCDAwIC0EAIQIgA0EANgIcIAMgATYCFCADQbsdNgIQIANBAjYCDAwHC0EAIQIgA0EANgIcIAMgATYCFCADQZYWNgIQIANBAjYCDAwGC0EAIQIgA0EANgIcIAMgATYCFCADQfkYNgIQIANBAjYCDAwFC0EAIQIgA0EANgIcIAMgATYCFCADQcQYNgIQIANBAjYCDAwECyADQQI2AhwgAyABNgIUIANBqR42AhAgA0EWNgIMQQAhAgwDC0HeACECIAEgBEYNAiAJQQhqIQcgAygCACEFAkACQCABIARHBEAgBUGWyABqIQggBCAFaiABayEGIAVBf3NBCmoiBSABaiEAA0AgAS0AACAILQAARwRAQQIhCAwDCyAFRQRAQQAhCCAAIQEMAwsgBUEBayEFIAhBAWohCCAEIAFBAWoiAUcNAAsgBiEFIAQhAQsgB0EBNgIAIAMgBTYCAAwBCyADQQA2AgAgByAINgIACyAHIAE2AgQgCSgCDCEAAkACQCAJKAIIQQFrDgIEAQALIANBADYCHCADQcIeNgIQIANBFzYCDCADIABBAWo2AhRBACECDAMLIANBADYCHCADIAA2AhQgA0HXHjYCECADQQk2AgxBACECDAILIAEgBEYEQEEoIQIMAgsgA0EJNgIIIAMgATYCBEEnIQIMAQsgASAERgRAQQEhAgwBCwNAAkACQAJAIAEtAABBCmsOBAABAQABCyABQQFqIQEMAQsgAUEBaiEBIAMtAC5BIHENAEEAIQIgA0EANgIcIAMgATYCFCADQaEhNgIQIANBBTYCDAwCC0EBIQIgASAERw0ACwsgCUEQaiQAIAJFBEAgAygCDCEADAELIAMgAjYCHEEAIQAgAygCBCIBRQ0AIAMgASAEIAMoAggRAQAiAUUNACADIAQ2AhQgAyABNgIMIAEhAAsgAAu+AgECfyAAQQA6AAAgAEHkAGoiAUEBa0EAOgAAIABBADoAAiAAQQA6AAEgAUEDa0EAOgAAIAFBAmtBADoAACAAQQA6AAMgAUEEa0EAOgAAQQAgAGtBA3EiASAAaiIAQQA2AgBB5AAgAWtBfHEiAiAAaiIBQQRrQQA2AgACQCACQQlJDQAgAEEANgIIIABBADYCBCABQQhrQQA2AgAgAUEMa0EANgIAIAJBGUkNACAAQQA2AhggAEEANgIUIABBADYCECAAQQA2AgwgAUEQa0EANgIAIAFBFGtBADYCACABQRhrQQA2AgAgAUEca0EANgIAIAIgAEEEcUEYciICayIBQSBJDQAgACACaiEAA0AgAEIANwMYIABCADcDECAAQgA3AwggAEIANwMAIABBIGohACABQSBrIgFBH0sNAAsLC1YBAX8CQCAAKAIMDQACQAJAAkACQCAALQAxDgMBAAMCCyAAKAI4IgFFDQAgASgCMCIBRQ0AIAAgAREAACIBDQMLQQAPCwALIABByhk2AhBBDiEBCyABCxoAIAAoAgxFBEAgAEHeHzYCECAAQRU2AgwLCxQAIAAoAgxBFUYEQCAAQQA2AgwLCxQAIAAoAgxBFkYEQCAAQQA2AgwLCwcAIAAoAgwLBwAgACgCEAsJACAAIAE2AhALBwAgACgCFAsrAAJAIABBJ08NAEL//////wkgAK2IQgGDUA0AIABBAnRB0DhqKAIADwsACxcAIABBL08EQAALIABBAnRB7DlqKAIAC78JAQF/QfQtIQECQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQCAAQeQAaw70A2NiAAFhYWFhYWECAwQFYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYQYHCAkKCwwNDg9hYWFhYRBhYWFhYWFhYWFhYRFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWESExQVFhcYGRobYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYRwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1NmE3ODk6YWFhYWFhYWE7YWFhPGFhYWE9Pj9hYWFhYWFhYUBhYUFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFCQ0RFRkdISUpLTE1OT1BRUlNhYWFhYWFhYVRVVldYWVpbYVxdYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhXmFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYV9gYQtB6iwPC0GYJg8LQe0xDwtBoDcPC0HJKQ8LQbQpDwtBli0PC0HrKw8LQaI1DwtB2zQPC0HgKQ8LQeMkDwtB1SQPC0HuJA8LQeYlDwtByjQPC0HQNw8LQao1DwtB9SwPC0H2Jg8LQYIiDwtB8jMPC0G+KA8LQec3DwtBzSEPC0HAIQ8LQbglDwtByyUPC0GWJA8LQY80DwtBzTUPC0HdKg8LQe4zDwtBnDQPC0GeMQ8LQfQ1DwtB5SIPC0GvJQ8LQZkxDwtBsjYPC0H5Ng8LQcQyDwtB3SwPC0GCMQ8LQcExDwtBjTcPC0HJJA8LQew2DwtB5yoPC0HIIw8LQeIhDwtByTcPC0GlIg8LQZQiDwtB2zYPC0HeNQ8LQYYmDwtBvCsPC0GLMg8LQaAjDwtB9jAPC0GALA8LQYkrDwtBpCYPC0HyIw8LQYEoDwtBqzIPC0HrJw8LQcI2DwtBoiQPC0HPKg8LQdwjDwtBhycPC0HkNA8LQbciDwtBrTEPC0HVIg8LQa80DwtB3iYPC0HWMg8LQfQ0DwtBgTgPC0H0Nw8LQZI2DwtBnScPC0GCKQ8LQY0jDwtB1zEPC0G9NQ8LQbQ3DwtB2DAPC0G2Jw8LQZo4DwtBpyoPC0HEJw8LQa4jDwtB9SIPCwALQcomIQELIAELFwAgACAALwEuQf7/A3EgAUEAR3I7AS4LGgAgACAALwEuQf3/A3EgAUEAR0EBdHI7AS4LGgAgACAALwEuQfv/A3EgAUEAR0ECdHI7AS4LGgAgACAALwEuQff/A3EgAUEAR0EDdHI7AS4LGgAgACAALwEuQe//A3EgAUEAR0EEdHI7AS4LGgAgACAALwEuQd//A3EgAUEAR0EFdHI7AS4LGgAgACAALwEuQb//A3EgAUEAR0EGdHI7AS4LGgAgACAALwEuQf/+A3EgAUEAR0EHdHI7AS4LGgAgACAALwEuQf/9A3EgAUEAR0EIdHI7AS4LGgAgACAALwEuQf/7A3EgAUEAR0EJdHI7AS4LPgECfwJAIAAoAjgiA0UNACADKAIEIgNFDQAgACABIAIgAWsgAxEBACIEQX9HDQAgAEHhEjYCEEEYIQQLIAQLPgECfwJAIAAoAjgiA0UNACADKAIIIgNFDQAgACABIAIgAWsgAxEBACIEQX9HDQAgAEH8ETYCEEEYIQQLIAQLPgECfwJAIAAoAjgiA0UNACADKAIMIgNFDQAgACABIAIgAWsgAxEBACIEQX9HDQAgAEHsCjYCEEEYIQQLIAQLPgECfwJAIAAoAjgiA0UNACADKAIQIgNFDQAgACABIAIgAWsgAxEBACIEQX9HDQAgAEH6HjYCEEEYIQQLIAQLPgECfwJAIAAoAjgiA0UNACADKAIUIgNFDQAgACABIAIgAWsgAxEBACIEQX9HDQAgAEHLEDYCEEEYIQQLIAQLPgECfwJAIAAoAjgiA0UNACADKAIYIgNFDQAgACABIAIgAWsgAxEBACIEQX9HDQAgAEG3HzYCEEEYIQQLIAQLPgECfwJAIAAoAjgiA0UNACADKAIcIgNFDQAgACABIAIgAWsgAxEBACIEQX9HDQAgAEG/FTYCEEEYIQQLIAQLPgECfwJAIAAoAjgiA0UNACADKAIsIgNFDQAgACABIAIgAWsgAxEBACIEQX9HDQAgAEH+CDYCEEEYIQQLIAQLPgECfwJAIAAoAjgiA0UNACADKAIgIgNFDQAgACABIAIgAWsgAxEBACIEQX9HDQAgAEGMHTYCEEEYIQQLIAQLPgECfwJAIAAoAjgiA0UNACADKAIkIgNFDQAgACABIAIgAWsgAxEBACIEQX9HDQAgAEHmFTYCEEEYIQQLIAQLOAAgAAJ/IAAvATJBFHFBFEYEQEEBIAAtAChBAUYNARogAC8BNEHlAEYMAQsgAC0AKUEFRgs6ADALWQECfwJAIAAtAChBAUYNACAALwE0IgFB5ABrQeQASQ0AIAFBzAFGDQAgAUGwAkYNACAALwEyIgBBwABxDQBBASECIABBiARxQYAERg0AIABBKHFFIQILIAILjAEBAn8CQAJAAkAgAC0AKkUNACAALQArRQ0AIAAvATIiAUECcUUNAQwCCyAALwEyIgFBAXFFDQELQQEhAiAALQAoQQFGDQAgAC8BNCIAQeQAa0HkAEkNACAAQcwBRg0AIABBsAJGDQAgAUHAAHENAEEAIQIgAUGIBHFBgARGDQAgAUEocUEARyECCyACC1cAIABBGGpCADcDACAAQgA3AwAgAEE4akIANwMAIABBMGpCADcDACAAQShqQgA3AwAgAEEgakIANwMAIABBEGpCADcDACAAQQhqQgA3AwAgAEH9ATYCHAsGACAAEDoLmi0BC38jAEEQayIKJABB3NUAKAIAIglFBEBBnNkAKAIAIgVFBEBBqNkAQn83AgBBoNkAQoCAhICAgMAANwIAQZzZACAKQQhqQXBxQdiq1aoFcyIFNgIAQbDZAEEANgIAQYDZAEEANgIAC0GE2QBBwNkENgIAQdTVAEHA2QQ2AgBB6NUAIAU2AgBB5NUAQX82AgBBiNkAQcCmAzYCAANAIAFBgNYAaiABQfTVAGoiAjYCACACIAFB7NUAaiIDNgIAIAFB+NUAaiADNgIAIAFBiNYAaiABQfzVAGoiAzYCACADIAI2AgAgAUGQ1gBqIAFBhNYAaiICNgIAIAIgAzYCACABQYzWAGogAjYCACABQSBqIgFBgAJHDQALQczZBEGBpgM2AgBB4NUAQazZACgCADYCAEHQ1QBBgKYDNgIAQdzVAEHI2QQ2AgBBzP8HQTg2AgBByNkEIQkLAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkAgAEHsAU0EQEHE1QAoAgAiBkEQIABBE2pBcHEgAEELSRsiBEEDdiIAdiIBQQNxBEACQCABQQFxIAByQQFzIgJBA3QiAEHs1QBqIgEgAEH01QBqKAIAIgAoAggiA0YEQEHE1QAgBkF+IAJ3cTYCAAwBCyABIAM2AgggAyABNgIMCyAAQQhqIQEgACACQQN0IgJBA3I2AgQgACACaiIAIAAoAgRBAXI2AgQMEQtBzNUAKAIAIgggBE8NASABBEACQEECIAB0IgJBACACa3IgASAAdHFoIgBBA3QiAkHs1QBqIgEgAkH01QBqKAIAIgIoAggiA0YEQEHE1QAgBkF+IAB3cSIGNgIADAELIAEgAzYCCCADIAE2AgwLIAIgBEEDcjYCBCAAQQN0IgAgBGshBSAAIAJqIAU2AgAgAiAEaiIEIAVBAXI2AgQgCARAIAhBeHFB7NUAaiEAQdjVACgCACEDAn9BASAIQQN2dCIBIAZxRQRAQcTVACABIAZyNgIAIAAMAQsgACgCCAsiASADNgIMIAAgAzYCCCADIAA2AgwgAyABNgIICyACQQhqIQFB2NUAIAQ2AgBBzNUAIAU2AgAMEQtByNUAKAIAIgtFDQEgC2hBAnRB9NcAaigCACIAKAIEQXhxIARrIQUgACECA0ACQCACKAIQIgFFBEAgAkEUaigCACIBRQ0BCyABKAIEQXhxIARrIgMgBUkhAiADIAUgAhshBSABIAAgAhshACABIQIMAQsLIAAoAhghCSAAKAIMIgMgAEcEQEHU1QAoAgAaIAMgACgCCCIBNgIIIAEgAzYCDAwQCyAAQRRqIgIoAgAiAUUEQCAAKAIQIgFFDQMgAEEQaiECCwNAIAIhByABIgNBFGoiAigCACIBDQAgA0EQaiECIAMoAhAiAQ0ACyAHQQA2AgAMDwtBfyEEIABBv39LDQAgAEETaiIBQXBxIQRByNUAKAIAIghFDQBBACAEayEFAkACQAJAAn9BACAEQYACSQ0AGkEfIARB////B0sNABogBEEmIAFBCHZnIgBrdkEBcSAAQQF0a0E+agsiBkECdEH01wBqKAIAIgJFBEBBACEBQQAhAwwBC0EAIQEgBEEZIAZBAXZrQQAgBkEfRxt0IQBBACEDA0ACQCACKAIEQXhxIARrIgcgBU8NACACIQMgByIFDQBBACEFIAIhAQwDCyABIAJBFGooAgAiByAHIAIgAEEddkEEcWpBEGooAgAiAkYbIAEgBxshASAAQQF0IQAgAg0ACwsgASADckUEQEEAIQNBAiAGdCIAQQAgAGtyIAhxIgBFDQMgAGhBAnRB9NcAaigCACEBCyABRQ0BCwNAIAEoAgRBeHEgBGsiAiAFSSEAIAIgBSAAGyEFIAEgAyAAGyEDIAEoAhAiAAR/IAAFIAFBFGooAgALIgENAAsLIANFDQAgBUHM1QAoAgAgBGtPDQAgAygCGCEHIAMgAygCDCIARwRAQdTVACgCABogACADKAIIIgE2AgggASAANgIMDA4LIANBFGoiAigCACIBRQRAIAMoAhAiAUUNAyADQRBqIQILA0AgAiEGIAEiAEEUaiICKAIAIgENACAAQRBqIQIgACgCECIBDQALIAZBADYCAAwNC0HM1QAoAgAiAyAETwRAQdjVACgCACEBAkAgAyAEayICQRBPBEAgASAEaiIAIAJBAXI2AgQgASADaiACNgIAIAEgBEEDcjYCBAwBCyABIANBA3I2AgQgASADaiIAIAAoAgRBAXI2AgRBACEAQQAhAgtBzNUAIAI2AgBB2NUAIAA2AgAgAUEIaiEBDA8LQdDVACgCACIDIARLBEAgBCAJaiIAIAMgBGsiAUEBcjYCBEHc1QAgADYCAEHQ1QAgATYCACAJIARBA3I2AgQgCUEIaiEBDA8LQQAhASAEAn9BnNkAKAIABEBBpNkAKAIADAELQajZAEJ/NwIAQaDZAEKAgISAgIDAADcCAEGc2QAgCkEMakFwcUHYqtWqBXM2AgBBsNkAQQA2AgBBgNkAQQA2AgBBgIAECyIAIARBxwBqIgVqIgZBACAAayIHcSICTwRAQbTZAEEwNgIADA8LAkBB/NgAKAIAIgFFDQBB9NgAKAIAIgggAmohACAAIAFNIAAgCEtxDQBBACEBQbTZAEEwNgIADA8LQYDZAC0AAEEEcQ0EAkACQCAJBEBBhNkAIQEDQCABKAIAIgAgCU0EQCAAIAEoAgRqIAlLDQMLIAEoAggiAQ0ACwtBABA7IgBBf0YNBSACIQZBoNkAKAIAIgFBAWsiAyAAcQRAIAIgAGsgACADakEAIAFrcWohBgsgBCAGTw0FIAZB/v///wdLDQVB/NgAKAIAIgMEQEH02AAoAgAiByAGaiEBIAEgB00NBiABIANLDQYLIAYQOyIBIABHDQEMBwsgBiADayAHcSIGQf7///8HSw0EIAYQOyEAIAAgASgCACABKAIEakYNAyAAIQELAkAgBiAEQcgAak8NACABQX9GDQBBpNkAKAIAIgAgBSAGa2pBACAAa3EiAEH+////B0sEQCABIQAMBwsgABA7QX9HBEAgACAGaiEGIAEhAAwHC0EAIAZrEDsaDAQLIAEiAEF/Rw0FDAMLQQAhAwwMC0EAIQAMCgsgAEF/Rw0CC0GA2QBBgNkAKAIAQQRyNgIACyACQf7///8HSw0BIAIQOyEAQQAQOyEBIABBf0YNASABQX9GDQEgACABTw0BIAEgAGsiBiAEQThqTQ0BC0H02ABB9NgAKAIAIAZqIgE2AgBB+NgAKAIAIAFJBEBB+NgAIAE2AgALAkACQAJAQdzVACgCACICBEBBhNkAIQEDQCAAIAEoAgAiAyABKAIEIgVqRg0CIAEoAggiAQ0ACwwCC0HU1QAoAgAiAUEARyAAIAFPcUUEQEHU1QAgADYCAAtBACEBQYjZACAGNgIAQYTZACAANgIAQeTVAEF/NgIAQejVAEGc2QAoAgA2AgBBkNkAQQA2AgADQCABQYDWAGogAUH01QBqIgI2AgAgAiABQezVAGoiAzYCACABQfjVAGogAzYCACABQYjWAGogAUH81QBqIgM2AgAgAyACNgIAIAFBkNYAaiABQYTWAGoiAjYCACACIAM2AgAgAUGM1gBqIAI2AgAgAUEgaiIBQYACRw0AC0F4IABrQQ9xIgEgAGoiAiAGQThrIgMgAWsiAUEBcjYCBEHg1QBBrNkAKAIANgIAQdDVACABNgIAQdzVACACNgIAIAAgA2pBODYCBAwCCyAAIAJNDQAgAiADSQ0AIAEoAgxBCHENAEF4IAJrQQ9xIgAgAmoiA0HQ1QAoAgAgBmoiByAAayIAQQFyNgIEIAEgBSAGajYCBEHg1QBBrNkAKAIANgIAQdDVACAANgIAQdzVACADNgIAIAIgB2pBODYCBAwBCyAAQdTVACgCAEkEQEHU1QAgADYCAAsgACAGaiEDQYTZACEBAkACQAJAA0AgAyABKAIARwRAIAEoAggiAQ0BDAILCyABLQAMQQhxRQ0BC0GE2QAhAQNAIAEoAgAiAyACTQRAIAMgASgCBGoiBSACSw0DCyABKAIIIQEMAAsACyABIAA2AgAgASABKAIEIAZqNgIEIABBeCAAa0EPcWoiCSAEQQNyNgIEIANBeCADa0EPcWoiBiAEIAlqIgRrIQEgAiAGRgRAQdzVACAENgIAQdDVAEHQ1QAoAgAgAWoiADYCACAEIABBAXI2AgQMCAtB2NUAKAIAIAZGBEBB2NUAIAQ2AgBBzNUAQczVACgCACABaiIANgIAIAQgAEEBcjYCBCAAIARqIAA2AgAMCAsgBigCBCIFQQNxQQFHDQYgBUF4cSEIIAVB/wFNBEAgBUEDdiEDIAYoAggiACAGKAIMIgJGBEBBxNUAQcTVACgCAEF+IAN3cTYCAAwHCyACIAA2AgggACACNgIMDAYLIAYoAhghByAGIAYoAgwiAEcEQCAAIAYoAggiAjYCCCACIAA2AgwMBQsgBkEUaiICKAIAIgVFBEAgBigCECIFRQ0EIAZBEGohAgsDQCACIQMgBSIAQRRqIgIoAgAiBQ0AIABBEGohAiAAKAIQIgUNAAsgA0EANgIADAQLQXggAGtBD3EiASAAaiIHIAZBOGsiAyABayIBQQFyNgIEIAAgA2pBODYCBCACIAVBNyAFa0EPcWpBP2siAyADIAJBEGpJGyIDQSM2AgRB4NUAQazZACgCADYCAEHQ1QAgATYCAEHc1QAgBzYCACADQRBqQYzZACkCADcCACADQYTZACkCADcCCEGM2QAgA0EIajYCAEGI2QAgBjYCAEGE2QAgADYCAEGQ2QBBADYCACADQSRqIQEDQCABQQc2AgAgBSABQQRqIgFLDQALIAIgA0YNACADIAMoAgRBfnE2AgQgAyADIAJrIgU2AgAgAiAFQQFyNgIEIAVB/wFNBEAgBUF4cUHs1QBqIQACf0HE1QAoAgAiAUEBIAVBA3Z0IgNxRQRAQcTVACABIANyNgIAIAAMAQsgACgCCAsiASACNgIMIAAgAjYCCCACIAA2AgwgAiABNgIIDAELQR8hASAFQf///wdNBEAgBUEmIAVBCHZnIgBrdkEBcSAAQQF0a0E+aiEBCyACIAE2AhwgAkIANwIQIAFBAnRB9NcAaiEAQcjVACgCACIDQQEgAXQiBnFFBEAgACACNgIAQcjVACADIAZyNgIAIAIgADYCGCACIAI2AgggAiACNgIMDAELIAVBGSABQQF2a0EAIAFBH0cbdCEBIAAoAgAhAwJAA0AgAyIAKAIEQXhxIAVGDQEgAUEddiEDIAFBAXQhASAAIANBBHFqQRBqIgYoAgAiAw0ACyAGIAI2AgAgAiAANgIYIAIgAjYCDCACIAI2AggMAQsgACgCCCIBIAI2AgwgACACNgIIIAJBADYCGCACIAA2AgwgAiABNgIIC0HQ1QAoAgAiASAETQ0AQdzVACgCACIAIARqIgIgASAEayIBQQFyNgIEQdDVACABNgIAQdzVACACNgIAIAAgBEEDcjYCBCAAQQhqIQEMCAtBACEBQbTZAEEwNgIADAcLQQAhAAsgB0UNAAJAIAYoAhwiAkECdEH01wBqIgMoAgAgBkYEQCADIAA2AgAgAA0BQcjVAEHI1QAoAgBBfiACd3E2AgAMAgsgB0EQQRQgBygCECAGRhtqIAA2AgAgAEUNAQsgACAHNgIYIAYoAhAiAgRAIAAgAjYCECACIAA2AhgLIAZBFGooAgAiAkUNACAAQRRqIAI2AgAgAiAANgIYCyABIAhqIQEgBiAIaiIGKAIEIQULIAYgBUF+cTYCBCABIARqIAE2AgAgBCABQQFyNgIEIAFB/wFNBEAgAUF4cUHs1QBqIQACf0HE1QAoAgAiAkEBIAFBA3Z0IgFxRQRAQcTVACABIAJyNgIAIAAMAQsgACgCCAsiASAENgIMIAAgBDYCCCAEIAA2AgwgBCABNgIIDAELQR8hBSABQf///wdNBEAgAUEmIAFBCHZnIgBrdkEBcSAAQQF0a0E+aiEFCyAEIAU2AhwgBEIANwIQIAVBAnRB9NcAaiEAQcjVACgCACICQQEgBXQiA3FFBEAgACAENgIAQcjVACACIANyNgIAIAQgADYCGCAEIAQ2AgggBCAENgIMDAELIAFBGSAFQQF2a0EAIAVBH0cbdCEFIAAoAgAhAAJAA0AgACICKAIEQXhxIAFGDQEgBUEddiEAIAVBAXQhBSACIABBBHFqQRBqIgMoAgAiAA0ACyADIAQ2AgAgBCACNgIYIAQgBDYCDCAEIAQ2AggMAQsgAigCCCIAIAQ2AgwgAiAENgIIIARBADYCGCAEIAI2AgwgBCAANgIICyAJQQhqIQEMAgsCQCAHRQ0AAkAgAygCHCIBQQJ0QfTXAGoiAigCACADRgRAIAIgADYCACAADQFByNUAIAhBfiABd3EiCDYCAAwCCyAHQRBBFCAHKAIQIANGG2ogADYCACAARQ0BCyAAIAc2AhggAygCECIBBEAgACABNgIQIAEgADYCGAsgA0EUaigCACIBRQ0AIABBFGogATYCACABIAA2AhgLAkAgBUEPTQRAIAMgBCAFaiIAQQNyNgIEIAAgA2oiACAAKAIEQQFyNgIEDAELIAMgBGoiAiAFQQFyNgIEIAMgBEEDcjYCBCACIAVqIAU2AgAgBUH/AU0EQCAFQXhxQezVAGohAAJ/QcTVACgCACIBQQEgBUEDdnQiBXFFBEBBxNUAIAEgBXI2AgAgAAwBCyAAKAIICyIBIAI2AgwgACACNgIIIAIgADYCDCACIAE2AggMAQtBHyEBIAVB////B00EQCAFQSYgBUEIdmciAGt2QQFxIABBAXRrQT5qIQELIAIgATYCHCACQgA3AhAgAUECdEH01wBqIQBBASABdCIEIAhxRQRAIAAgAjYCAEHI1QAgBCAIcjYCACACIAA2AhggAiACNgIIIAIgAjYCDAwBCyAFQRkgAUEBdmtBACABQR9HG3QhASAAKAIAIQQCQANAIAQiACgCBEF4cSAFRg0BIAFBHXYhBCABQQF0IQEgACAEQQRxakEQaiIGKAIAIgQNAAsgBiACNgIAIAIgADYCGCACIAI2AgwgAiACNgIIDAELIAAoAggiASACNgIMIAAgAjYCCCACQQA2AhggAiAANgIMIAIgATYCCAsgA0EIaiEBDAELAkAgCUUNAAJAIAAoAhwiAUECdEH01wBqIgIoAgAgAEYEQCACIAM2AgAgAw0BQcjVACALQX4gAXdxNgIADAILIAlBEEEUIAkoAhAgAEYbaiADNgIAIANFDQELIAMgCTYCGCAAKAIQIgEEQCADIAE2AhAgASADNgIYCyAAQRRqKAIAIgFFDQAgA0EUaiABNgIAIAEgAzYCGAsCQCAFQQ9NBEAgACAEIAVqIgFBA3I2AgQgACABaiIBIAEoAgRBAXI2AgQMAQsgACAEaiIHIAVBAXI2AgQgACAEQQNyNgIEIAUgB2ogBTYCACAIBEAgCEF4cUHs1QBqIQFB2NUAKAIAIQMCf0EBIAhBA3Z0IgIgBnFFBEBBxNUAIAIgBnI2AgAgAQwBCyABKAIICyICIAM2AgwgASADNgIIIAMgATYCDCADIAI2AggLQdjVACAHNgIAQczVACAFNgIACyAAQQhqIQELIApBEGokACABC0MAIABFBEA/AEEQdA8LAkAgAEH//wNxDQAgAEEASA0AIABBEHZAACIAQX9GBEBBtNkAQTA2AgBBfw8LIABBEHQPCwALC5lCIgBBgAgLDQEAAAAAAAAAAgAAAAMAQZgICwUEAAAABQBBqAgLCQYAAAAHAAAACABB5AgLwjJJbnZhbGlkIGNoYXIgaW4gdXJsIHF1ZXJ5AFNwYW4gY2FsbGJhY2sgZXJyb3IgaW4gb25fYm9keQBDb250ZW50LUxlbmd0aCBvdmVyZmxvdwBDaHVuayBzaXplIG92ZXJmbG93AEludmFsaWQgbWV0aG9kIGZvciBIVFRQL3gueCByZXF1ZXN0AEludmFsaWQgbWV0aG9kIGZvciBSVFNQL3gueCByZXF1ZXN0AEV4cGVjdGVkIFNPVVJDRSBtZXRob2QgZm9yIElDRS94LnggcmVxdWVzdABJbnZhbGlkIGNoYXIgaW4gdXJsIGZyYWdtZW50IHN0YXJ0AEV4cGVjdGVkIGRvdABTcGFuIGNhbGxiYWNrIGVycm9yIGluIG9uX3N0YXR1cwBJbnZhbGlkIHJlc3BvbnNlIHN0YXR1cwBFeHBlY3RlZCBMRiBhZnRlciBoZWFkZXJzAEludmFsaWQgY2hhcmFjdGVyIGluIGNodW5rIGV4dGVuc2lvbnMAVXNlciBjYWxsYmFjayBlcnJvcgBgb25fcmVzZXRgIGNhbGxiYWNrIGVycm9yAGBvbl9jaHVua19oZWFkZXJgIGNhbGxiYWNrIGVycm9yAGBvbl9tZXNzYWdlX2JlZ2luYCBjYWxsYmFjayBlcnJvcgBgb25fY2h1bmtfZXh0ZW5zaW9uX3ZhbHVlYCBjYWxsYmFjayBlcnJvcgBgb25fc3RhdHVzX2NvbXBsZXRlYCBjYWxsYmFjayBlcnJvcgBgb25fdmVyc2lvbl9jb21wbGV0ZWAgY2FsbGJhY2sgZXJyb3IAYG9uX3VybF9jb21wbGV0ZWAgY2FsbGJhY2sgZXJyb3IAYG9uX3Byb3RvY29sX2NvbXBsZXRlYCBjYWxsYmFjayBlcnJvcgBgb25fY2h1bmtfY29tcGxldGVgIGNhbGxiYWNrIGVycm9yAGBvbl9oZWFkZXJfdmFsdWVfY29tcGxldGVgIGNhbGxiYWNrIGVycm9yAGBvbl9tZXNzYWdlX2NvbXBsZXRlYCBjYWxsYmFjayBlcnJvcgBgb25fbWV0aG9kX2NvbXBsZXRlYCBjYWxsYmFjayBlcnJvcgBgb25faGVhZGVyX2ZpZWxkX2NvbXBsZXRlYCBjYWxsYmFjayBlcnJvcgBgb25fY2h1bmtfZXh0ZW5zaW9uX25hbWVgIGNhbGxiYWNrIGVycm9yAFVuZXhwZWN0ZWQgY2hhciBpbiB1cmwgc2VydmVyAEludmFsaWQgaGVhZGVyIHZhbHVlIGNoYXIASW52YWxpZCBoZWFkZXIgZmllbGQgY2hhcgBTcGFuIGNhbGxiYWNrIGVycm9yIGluIG9uX3ZlcnNpb24ASW52YWxpZCBtaW5vciB2ZXJzaW9uAEludmFsaWQgbWFqb3IgdmVyc2lvbgBFeHBlY3RlZCBzcGFjZSBhZnRlciB2ZXJzaW9uAEV4cGVjdGVkIENSTEYgYWZ0ZXIgdmVyc2lvbgBJbnZhbGlkIEhUVFAgdmVyc2lvbgBJbnZhbGlkIGhlYWRlciB0b2tlbgBTcGFuIGNhbGxiYWNrIGVycm9yIGluIG9uX3VybABJbnZhbGlkIGNoYXJhY3RlcnMgaW4gdXJsAFVuZXhwZWN0ZWQgc3RhcnQgY2hhciBpbiB1cmwARG91YmxlIEAgaW4gdXJsAFNwYW4gY2FsbGJhY2sgZXJyb3IgaW4gb25fcHJvdG9jb2wARW1wdHkgQ29udGVudC1MZW5ndGgASW52YWxpZCBjaGFyYWN0ZXIgaW4gQ29udGVudC1MZW5ndGgAVHJhbnNmZXItRW5jb2RpbmcgY2FuJ3QgYmUgcHJlc2VudCB3aXRoIENvbnRlbnQtTGVuZ3RoAER1cGxpY2F0ZSBDb250ZW50LUxlbmd0aABJbnZhbGlkIGNoYXIgaW4gdXJsIHBhdGgAQ29udGVudC1MZW5ndGggY2FuJ3QgYmUgcHJlc2VudCB3aXRoIFRyYW5zZmVyLUVuY29kaW5nAE1pc3NpbmcgZXhwZWN0ZWQgQ1IgYWZ0ZXIgY2h1bmsgc2l6ZQBFeHBlY3RlZCBMRiBhZnRlciBjaHVuayBzaXplAEludmFsaWQgY2hhcmFjdGVyIGluIGNodW5rIHNpemUAU3BhbiBjYWxsYmFjayBlcnJvciBpbiBvbl9oZWFkZXJfdmFsdWUAU3BhbiBjYWxsYmFjayBlcnJvciBpbiBvbl9jaHVua19leHRlbnNpb25fdmFsdWUASW52YWxpZCBjaGFyYWN0ZXIgaW4gY2h1bmsgZXh0ZW5zaW9ucyB2YWx1ZQBVbmV4cGVjdGVkIHdoaXRlc3BhY2UgYWZ0ZXIgaGVhZGVyIHZhbHVlAE1pc3NpbmcgZXhwZWN0ZWQgQ1IgYWZ0ZXIgaGVhZGVyIHZhbHVlAE1pc3NpbmcgZXhwZWN0ZWQgTEYgYWZ0ZXIgaGVhZGVyIHZhbHVlAEludmFsaWQgYFRyYW5zZmVyLUVuY29kaW5nYCBoZWFkZXIgdmFsdWUATWlzc2luZyBleHBlY3RlZCBDUiBhZnRlciBjaHVuayBleHRlbnNpb24gdmFsdWUASW52YWxpZCBjaGFyYWN0ZXIgaW4gY2h1bmsgZXh0ZW5zaW9ucyBxdW90ZSB2YWx1ZQBJbnZhbGlkIHF1b3RlZC1wYWlyIGluIGNodW5rIGV4dGVuc2lvbnMgcXVvdGVkIHZhbHVlAEludmFsaWQgY2hhcmFjdGVyIGluIGNodW5rIGV4dGVuc2lvbnMgcXVvdGVkIHZhbHVlAFBhdXNlZCBieSBvbl9oZWFkZXJzX2NvbXBsZXRlAEludmFsaWQgRU9GIHN0YXRlAG9uX3Jlc2V0IHBhdXNlAG9uX2NodW5rX2hlYWRlciBwYXVzZQBvbl9tZXNzYWdlX2JlZ2luIHBhdXNlAG9uX2NodW5rX2V4dGVuc2lvbl92YWx1ZSBwYXVzZQBvbl9zdGF0dXNfY29tcGxldGUgcGF1c2UAb25fdmVyc2lvbl9jb21wbGV0ZSBwYXVzZQBvbl91cmxfY29tcGxldGUgcGF1c2UAb25fcHJvdG9jb2xfY29tcGxldGUgcGF1c2UAb25fY2h1bmtfY29tcGxldGUgcGF1c2UAb25faGVhZGVyX3ZhbHVlX2NvbXBsZXRlIHBhdXNlAG9uX21lc3NhZ2VfY29tcGxldGUgcGF1c2UAb25fbWV0aG9kX2NvbXBsZXRlIHBhdXNlAG9uX2hlYWRlcl9maWVsZF9jb21wbGV0ZSBwYXVzZQBvbl9jaHVua19leHRlbnNpb25fbmFtZSBwYXVzZQBVbmV4cGVjdGVkIHNwYWNlIGFmdGVyIHN0YXJ0IGxpbmUATWlzc2luZyBleHBlY3RlZCBDUiBhZnRlciByZXNwb25zZSBsaW5lAFNwYW4gY2FsbGJhY2sgZXJyb3IgaW4gb25fY2h1bmtfZXh0ZW5zaW9uX25hbWUASW52YWxpZCBjaGFyYWN0ZXIgaW4gY2h1bmsgZXh0ZW5zaW9ucyBuYW1lAE1pc3NpbmcgZXhwZWN0ZWQgQ1IgYWZ0ZXIgY2h1bmsgZXh0ZW5zaW9uIG5hbWUASW52YWxpZCBzdGF0dXMgY29kZQBQYXVzZSBvbiBDT05ORUNUL1VwZ3JhZGUAUGF1c2Ugb24gUFJJL1VwZ3JhZGUARXhwZWN0ZWQgSFRUUC8yIENvbm5lY3Rpb24gUHJlZmFjZQBTcGFuIGNhbGxiYWNrIGVycm9yIGluIG9uX21ldGhvZABFeHBlY3RlZCBzcGFjZSBhZnRlciBtZXRob2QAU3BhbiBjYWxsYmFjayBlcnJvciBpbiBvbl9oZWFkZXJfZmllbGQAUGF1c2VkAEludmFsaWQgd29yZCBlbmNvdW50ZXJlZABJbnZhbGlkIG1ldGhvZCBlbmNvdW50ZXJlZABNaXNzaW5nIGV4cGVjdGVkIENSIGFmdGVyIGNodW5rIGRhdGEARXhwZWN0ZWQgTEYgYWZ0ZXIgY2h1bmsgZGF0YQBVbmV4cGVjdGVkIGNoYXIgaW4gdXJsIHNjaGVtYQBSZXF1ZXN0IGhhcyBpbnZhbGlkIGBUcmFuc2Zlci1FbmNvZGluZ2AARGF0YSBhZnRlciBgQ29ubmVjdGlvbjogY2xvc2VgAFNXSVRDSF9QUk9YWQBVU0VfUFJPWFkATUtBQ1RJVklUWQBVTlBST0NFU1NBQkxFX0VOVElUWQBRVUVSWQBDT1BZAE1PVkVEX1BFUk1BTkVOVExZAFRPT19FQVJMWQBOT1RJRlkARkFJTEVEX0RFUEVOREVOQ1kAQkFEX0dBVEVXQVkAUExBWQBQVVQAQ0hFQ0tPVVQAR0FURVdBWV9USU1FT1VUAFJFUVVFU1RfVElNRU9VVABORVRXT1JLX0NPTk5FQ1RfVElNRU9VVABDT05ORUNUSU9OX1RJTUVPVVQATE9HSU5fVElNRU9VVABORVRXT1JLX1JFQURfVElNRU9VVABQT1NUAE1JU0RJUkVDVEVEX1JFUVVFU1QAQ0xJRU5UX0NMT1NFRF9SRVFVRVNUAENMSUVOVF9DTE9TRURfTE9BRF9CQUxBTkNFRF9SRVFVRVNUAEJBRF9SRVFVRVNUAEhUVFBfUkVRVUVTVF9TRU5UX1RPX0hUVFBTX1BPUlQAUkVQT1JUAElNX0FfVEVBUE9UAFJFU0VUX0NPTlRFTlQATk9fQ09OVEVOVABQQVJUSUFMX0NPTlRFTlQASFBFX0lOVkFMSURfQ09OU1RBTlQASFBFX0NCX1JFU0VUAEdFVABIUEVfU1RSSUNUAENPTkZMSUNUAFRFTVBPUkFSWV9SRURJUkVDVABQRVJNQU5FTlRfUkVESVJFQ1QAQ09OTkVDVABNVUxUSV9TVEFUVVMASFBFX0lOVkFMSURfU1RBVFVTAFRPT19NQU5ZX1JFUVVFU1RTAEVBUkxZX0hJTlRTAFVOQVZBSUxBQkxFX0ZPUl9MRUdBTF9SRUFTT05TAE9QVElPTlMAU1dJVENISU5HX1BST1RPQ09MUwBWQVJJQU5UX0FMU09fTkVHT1RJQVRFUwBNVUxUSVBMRV9DSE9JQ0VTAElOVEVSTkFMX1NFUlZFUl9FUlJPUgBXRUJfU0VSVkVSX1VOS05PV05fRVJST1IAUkFJTEdVTl9FUlJPUgBJREVOVElUWV9QUk9WSURFUl9BVVRIRU5USUNBVElPTl9FUlJPUgBTU0xfQ0VSVElGSUNBVEVfRVJST1IASU5WQUxJRF9YX0ZPUldBUkRFRF9GT1IAU0VUX1BBUkFNRVRFUgBHRVRfUEFSQU1FVEVSAEhQRV9VU0VSAFNFRV9PVEhFUgBIUEVfQ0JfQ0hVTktfSEVBREVSAEV4cGVjdGVkIExGIGFmdGVyIENSAE1LQ0FMRU5EQVIAU0VUVVAAV0VCX1NFUlZFUl9JU19ET1dOAFRFQVJET1dOAEhQRV9DTE9TRURfQ09OTkVDVElPTgBIRVVSSVNUSUNfRVhQSVJBVElPTgBESVNDT05ORUNURURfT1BFUkFUSU9OAE5PTl9BVVRIT1JJVEFUSVZFX0lORk9STUFUSU9OAEhQRV9JTlZBTElEX1ZFUlNJT04ASFBFX0NCX01FU1NBR0VfQkVHSU4AU0lURV9JU19GUk9aRU4ASFBFX0lOVkFMSURfSEVBREVSX1RPS0VOAElOVkFMSURfVE9LRU4ARk9SQklEREVOAEVOSEFOQ0VfWU9VUl9DQUxNAEhQRV9JTlZBTElEX1VSTABCTE9DS0VEX0JZX1BBUkVOVEFMX0NPTlRST0wATUtDT0wAQUNMAEhQRV9JTlRFUk5BTABSRVFVRVNUX0hFQURFUl9GSUVMRFNfVE9PX0xBUkdFX1VOT0ZGSUNJQUwASFBFX09LAFVOTElOSwBVTkxPQ0sAUFJJAFJFVFJZX1dJVEgASFBFX0lOVkFMSURfQ09OVEVOVF9MRU5HVEgASFBFX1VORVhQRUNURURfQ09OVEVOVF9MRU5HVEgARkxVU0gAUFJPUFBBVENIAE0tU0VBUkNIAFVSSV9UT09fTE9ORwBQUk9DRVNTSU5HAE1JU0NFTExBTkVPVVNfUEVSU0lTVEVOVF9XQVJOSU5HAE1JU0NFTExBTkVPVVNfV0FSTklORwBIUEVfSU5WQUxJRF9UUkFOU0ZFUl9FTkNPRElORwBFeHBlY3RlZCBDUkxGAEhQRV9JTlZBTElEX0NIVU5LX1NJWkUATU9WRQBDT05USU5VRQBIUEVfQ0JfU1RBVFVTX0NPTVBMRVRFAEhQRV9DQl9IRUFERVJTX0NPTVBMRVRFAEhQRV9DQl9WRVJTSU9OX0NPTVBMRVRFAEhQRV9DQl9VUkxfQ09NUExFVEUASFBFX0NCX1BST1RPQ09MX0NPTVBMRVRFAEhQRV9DQl9DSFVOS19DT01QTEVURQBIUEVfQ0JfSEVBREVSX1ZBTFVFX0NPTVBMRVRFAEhQRV9DQl9DSFVOS19FWFRFTlNJT05fVkFMVUVfQ09NUExFVEUASFBFX0NCX0NIVU5LX0VYVEVOU0lPTl9OQU1FX0NPTVBMRVRFAEhQRV9DQl9NRVNTQUdFX0NPTVBMRVRFAEhQRV9DQl9NRVRIT0RfQ09NUExFVEUASFBFX0NCX0hFQURFUl9GSUVMRF9DT01QTEVURQBERUxFVEUASFBFX0lOVkFMSURfRU9GX1NUQVRFAElOVkFMSURfU1NMX0NFUlRJRklDQVRFAFBBVVNFAE5PX1JFU1BPTlNFAFVOU1VQUE9SVEVEX01FRElBX1RZUEUAR09ORQBOT1RfQUNDRVBUQUJMRQBTRVJWSUNFX1VOQVZBSUxBQkxFAFJBTkdFX05PVF9TQVRJU0ZJQUJMRQBPUklHSU5fSVNfVU5SRUFDSEFCTEUAUkVTUE9OU0VfSVNfU1RBTEUAUFVSR0UATUVSR0UAUkVRVUVTVF9IRUFERVJfRklFTERTX1RPT19MQVJHRQBSRVFVRVNUX0hFQURFUl9UT09fTEFSR0UAUEFZTE9BRF9UT09fTEFSR0UASU5TVUZGSUNJRU5UX1NUT1JBR0UASFBFX1BBVVNFRF9VUEdSQURFAEhQRV9QQVVTRURfSDJfVVBHUkFERQBTT1VSQ0UAQU5OT1VOQ0UAVFJBQ0UASFBFX1VORVhQRUNURURfU1BBQ0UAREVTQ1JJQkUAVU5TVUJTQ1JJQkUAUkVDT1JEAEhQRV9JTlZBTElEX01FVEhPRABOT1RfRk9VTkQAUFJPUEZJTkQAVU5CSU5EAFJFQklORABVTkFVVEhPUklaRUQATUVUSE9EX05PVF9BTExPV0VEAEhUVFBfVkVSU0lPTl9OT1RfU1VQUE9SVEVEAEFMUkVBRFlfUkVQT1JURUQAQUNDRVBURUQATk9UX0lNUExFTUVOVEVEAExPT1BfREVURUNURUQASFBFX0NSX0VYUEVDVEVEAEhQRV9MRl9FWFBFQ1RFRABDUkVBVEVEAElNX1VTRUQASFBFX1BBVVNFRABUSU1FT1VUX09DQ1VSRUQAUEFZTUVOVF9SRVFVSVJFRABQUkVDT05ESVRJT05fUkVRVUlSRUQAUFJPWFlfQVVUSEVOVElDQVRJT05fUkVRVUlSRUQATkVUV09SS19BVVRIRU5USUNBVElPTl9SRVFVSVJFRABMRU5HVEhfUkVRVUlSRUQAU1NMX0NFUlRJRklDQVRFX1JFUVVJUkVEAFVQR1JBREVfUkVRVUlSRUQAUEFHRV9FWFBJUkVEAFBSRUNPTkRJVElPTl9GQUlMRUQARVhQRUNUQVRJT05fRkFJTEVEAFJFVkFMSURBVElPTl9GQUlMRUQAU1NMX0hBTkRTSEFLRV9GQUlMRUQATE9DS0VEAFRSQU5TRk9STUFUSU9OX0FQUExJRUQATk9UX01PRElGSUVEAE5PVF9FWFRFTkRFRABCQU5EV0lEVEhfTElNSVRfRVhDRUVERUQAU0lURV9JU19PVkVSTE9BREVEAEhFQUQARXhwZWN0ZWQgSFRUUC8sIFJUU1AvIG9yIElDRS8A5xUAAK8VAACkEgAAkhoAACYWAACeFAAA2xkAAHkVAAB+EgAA/hQAADYVAAALFgAA2BYAAPMSAABCGAAArBYAABIVAAAUFwAA7xcAAEgUAABxFwAAshoAAGsZAAB+GQAANRQAAIIaAABEFwAA/RYAAB4YAACHFwAAqhkAAJMSAAAHGAAALBcAAMoXAACkFwAA5xUAAOcVAABYFwAAOxgAAKASAAAtHAAAwxEAAEgRAADeEgAAQhMAAKQZAAD9EAAA9xUAAKUVAADvFgAA+BkAAEoWAABWFgAA9RUAAAoaAAAIGgAAARoAAKsVAABCEgAA1xAAAEwRAAAFGQAAVBYAAB4RAADKGQAAyBkAAE4WAAD/GAAAcRQAAPAVAADuFQAAlBkAAPwVAAC/GQAAmxkAAHwUAABDEQAAcBgAAJUUAAAnFAAAGRQAANUSAADUGQAARBYAAPcQAEG5OwsBAQBB0DsL4AEBAQIBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEDAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQBBuj0LBAEAAAIAQdE9C14DBAMDAwMDAAADAwADAwADAwMDAwMDAwMDAAUAAAAAAAMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAAAAAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMAAwADAEG6PwsEAQAAAgBB0T8LXgMAAwMDAwMAAAMDAAMDAAMDAwMDAwMDAwMABAAFAAAAAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMAAAADAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwADAAMAQbDBAAsNbG9zZWVlcC1hbGl2ZQBBycEACwEBAEHgwQAL4AEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQABAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQBBycMACwEBAEHgwwAL5wEBAQEBAQEBAQEBAQECAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQABAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAWNodW5rZWQAQfHFAAteAQABAQEBAQAAAQEAAQEAAQEBAQEBAQEBAQAAAAAAAAABAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQAAAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAAEAAQBB0McACyFlY3Rpb25lbnQtbGVuZ3Rob25yb3h5LWNvbm5lY3Rpb24AQYDIAAsgcmFuc2Zlci1lbmNvZGluZ3BncmFkZQ0KDQpTTQ0KDQoAQanIAAsFAQIAAQMAQcDIAAtfBAUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUAQanKAAsFAQIAAQMAQcDKAAtfBAUFBgUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUAQanMAAsEAQAAAQBBwcwAC14CAgACAgICAgICAgICAgICAgICAgICAgICAgICAgIAAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAEGpzgALBQECAAEDAEHAzgALXwQFAAAFBQUFBQUFBQUFBQYFBQUFBQUFBQUFBQUABQAHCAUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQAFAAUABQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUAAAAFAEGp0AALBQEBAAEBAEHA0AALAQEAQdrQAAtBAgAAAAAAAAMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAAAAAAAAAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMAQanSAAsFAQEAAQEAQcDSAAsBAQBBytIACwYCAAAAAAIAQeHSAAs6AwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMAAAAAAAADAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwBBoNQAC50BTk9VTkNFRUNLT1VUTkVDVEVURUNSSUJFTFVTSEVURUFEU0VBUkNIUkdFQ1RJVklUWUxFTkRBUlZFT1RJRllQVElPTlNDSFNFQVlTVEFUQ0hHRVVFUllPUkRJUkVDVE9SVFJDSFBBUkFNRVRFUlVSQ0VCU0NSSUJFQVJET1dOQUNFSU5ETktDS1VCU0NSSUJFVFRQQ0VUU1BBRFRQLw=='

let wasmBuffer

Object.defineProperty(module, 'exports', {
  get: () => {
    return wasmBuffer
      ? wasmBuffer
      : (wasmBuffer = Buffer.from(wasmBase64, 'base64'))
  }
})


/***/ }),

/***/ 1285:
/***/ (() => {

// Left out of the bundle, since where this one cannot be had undici takes the other variant of its parser, which runs everywhere.
throw new Error('The bundle holds no SIMD variant of the parser');


/***/ }),

/***/ 9535:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const {
  kConnected,
  kPending,
  kRunning,
  kSize,
  kFree,
  kQueued
} = __nccwpck_require__(6478)

class ClientStats {
  constructor (client) {
    this.connected = client[kConnected]
    this.pending = client[kPending]
    this.running = client[kRunning]
    this.size = client[kSize]
  }
}

class PoolStats {
  constructor (pool) {
    this.connected = pool[kConnected]
    this.free = pool[kFree]
    this.pending = pool[kPending]
    this.queued = pool[kQueued]
    this.running = pool[kRunning]
    this.size = pool[kSize]
  }
}

module.exports = { ClientStats, PoolStats }


/***/ }),

/***/ 4132:
/***/ ((module) => {




let fastNow = 0

const RESOLUTION_MS = 1e3

const TICK_MS = (RESOLUTION_MS >> 1) - 1

let fastNowTimeout

const kFastTimer = Symbol('kFastTimer')

const fastTimers = []


const NOT_IN_LIST = -2

const TO_BE_CLEARED = -1

const PENDING = 0

const ACTIVE = 1

function onTick () {
  fastNow += TICK_MS

  let idx = 0

  let len = fastTimers.length

  while (idx < len) {
    const timer = fastTimers[idx]

    if (timer._state === PENDING) {
      timer._idleStart = fastNow - TICK_MS
      timer._state = ACTIVE
    } else if (
      timer._state === ACTIVE &&
      fastNow >= timer._idleStart + timer._idleTimeout
    ) {
      timer._state = TO_BE_CLEARED
      timer._idleStart = -1
      timer._onTimeout(timer._timerArg)
    }

    if (timer._state === TO_BE_CLEARED) {
      timer._state = NOT_IN_LIST

      if (--len !== 0) {
        fastTimers[idx] = fastTimers[len]
      }
    } else {
      ++idx
    }
  }

  fastTimers.length = len

  if (fastTimers.length !== 0) {
    refreshTimeout()
  }
}

function refreshTimeout () {
  if (fastNowTimeout?.refresh) {
    fastNowTimeout.refresh()
  } else {
    clearTimeout(fastNowTimeout)
    fastNowTimeout = setTimeout(onTick, TICK_MS)
    fastNowTimeout?.unref()
  }
}

class FastTimer {
  [kFastTimer] = true

  _state = NOT_IN_LIST

  _idleTimeout = -1

  _idleStart = -1

  _onTimeout

  _timerArg

  constructor (callback, delay, arg) {
    this._onTimeout = callback
    this._idleTimeout = delay
    this._timerArg = arg

    this.refresh()
  }

  refresh () {
    if (this._state === NOT_IN_LIST) {
      fastTimers.push(this)
    }

    if (!fastNowTimeout || fastTimers.length === 1) {
      refreshTimeout()
    }

    this._state = PENDING
  }

  clear () {
    this._state = TO_BE_CLEARED

    this._idleStart = -1
  }
}

module.exports = {
  setTimeout (callback, delay, arg) {
    return delay <= RESOLUTION_MS
      ? setTimeout(callback, delay, arg)
      : new FastTimer(callback, delay, arg)
  },
  clearTimeout (timeout) {
    if (timeout[kFastTimer]) {
      timeout.clear()
    } else {
      clearTimeout(timeout)
    }
  },
  setFastTimeout (callback, delay, arg) {
    return new FastTimer(callback, delay, arg)
  },
  clearFastTimeout (timeout) {
    timeout.clear()
  },
  now () {
    return fastNow
  },
  tick (delay = 0) {
    fastNow += delay - RESOLUTION_MS + 1
    onTick()
    onTick()
  },
  reset () {
    fastNow = 0
    fastTimers.length = 0
    clearTimeout(fastNowTimeout)
    fastNowTimeout = null
  },
  kFastTimer
}


/***/ }),

/***/ 7909:
/***/ ((__unused_webpack_module, exports) => {

// Left out of the bundle, since every body that is sent is a text.
exports.i = () => { throw new Error('The bundle holds no forms and streams to send'); };


/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 7727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  context: () => (github_context),
  getOctokit: () => (getOctokit)
});

// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./build/node_modules/@actions/github/lib/context.js
class Context {
    constructor() {
        var _a, _b, _c;
        this.payload = {};
        if (process.env.GITHUB_EVENT_PATH) {
            if ((0,external_fs_.existsSync)(process.env.GITHUB_EVENT_PATH)) {
                this.payload = JSON.parse((0,external_fs_.readFileSync)(process.env.GITHUB_EVENT_PATH, { encoding: 'utf8' }));
            }
            else {
                const path = process.env.GITHUB_EVENT_PATH;
                process.stdout.write(`GITHUB_EVENT_PATH ${path} does not exist${external_os_.EOL}`);
            }
        }
        this.eventName = process.env.GITHUB_EVENT_NAME;
        this.sha = process.env.GITHUB_SHA;
        this.ref = process.env.GITHUB_REF;
        this.workflow = process.env.GITHUB_WORKFLOW;
        this.action = process.env.GITHUB_ACTION;
        this.actor = process.env.GITHUB_ACTOR;
        this.job = process.env.GITHUB_JOB;
        this.runAttempt = parseInt(process.env.GITHUB_RUN_ATTEMPT, 10);
        this.runNumber = parseInt(process.env.GITHUB_RUN_NUMBER, 10);
        this.runId = parseInt(process.env.GITHUB_RUN_ID, 10);
        this.apiUrl = (_a = process.env.GITHUB_API_URL) !== null && _a !== void 0 ? _a : `https://api.github.com`;
        this.serverUrl = (_b = process.env.GITHUB_SERVER_URL) !== null && _b !== void 0 ? _b : `https://github.com`;
        this.graphqlUrl =
            (_c = process.env.GITHUB_GRAPHQL_URL) !== null && _c !== void 0 ? _c : `https://api.github.com/graphql`;
    }
    get issue() {
        const payload = this.payload;
        return Object.assign(Object.assign({}, this.repo), { number: (payload.issue || payload.pull_request || payload).number });
    }
    get repo() {
        if (process.env.GITHUB_REPOSITORY) {
            const [owner, repo] = process.env.GITHUB_REPOSITORY.split('/');
            return { owner, repo };
        }
        if (this.payload.repository) {
            return {
                owner: this.payload.repository.owner.login,
                repo: this.payload.repository.name
            };
        }
        throw new Error("context.repo requires a GITHUB_REPOSITORY environment variable like 'owner/repo'");
    }
}
;// CONCATENATED MODULE: ./build/node_modules/@actions/http-client/lib/index.js
// Left out of the bundle, since the toolkit's ID tokens and proxies are not used: the gate sees to both itself.
class HttpClient { getAgent() {} getAgentDispatcher() {} }

// EXTERNAL MODULE: ./build/node_modules/undici/index.js
var undici = __nccwpck_require__(7723);
;// CONCATENATED MODULE: ./build/node_modules/@actions/github/lib/internal/utils.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


function getAuthString(token, options) {
    if (!token && !options.auth) {
        throw new Error('Parameter token or opts.auth is required');
    }
    else if (token && options.auth) {
        throw new Error('Parameters token and opts.auth may not both be specified');
    }
    return typeof options.auth === 'string' ? options.auth : `token ${token}`;
}
function getProxyAgent(destinationUrl) {
    const hc = new HttpClient();
    return hc.getAgent(destinationUrl);
}
function getProxyAgentDispatcher(destinationUrl) {
    const hc = new HttpClient();
    return hc.getAgentDispatcher(destinationUrl);
}
function getProxyFetch(destinationUrl) {
    const httpDispatcher = getProxyAgentDispatcher(destinationUrl);
    const proxyFetch = (url, opts) => __awaiter(this, void 0, void 0, function* () {
        return (0,undici/* fetch */.h)(url, Object.assign(Object.assign({}, opts), { dispatcher: httpDispatcher }));
    });
    return proxyFetch;
}
function getApiBaseUrl() {
    return process.env['GITHUB_API_URL'] || 'https://api.github.com';
}
function getUserAgentWithOrchestrationId(baseUserAgent) {
    var _a;
    const orchId = (_a = process.env['ACTIONS_ORCHESTRATION_ID']) === null || _a === void 0 ? void 0 : _a.trim();
    if (orchId) {
        const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, '_');
        const tag = `actions_orchestration_id/${sanitizedId}`;
        if (baseUserAgent === null || baseUserAgent === void 0 ? void 0 : baseUserAgent.includes(tag))
            return baseUserAgent;
        const ua = baseUserAgent ? `${baseUserAgent} ` : '';
        return `${ua}${tag}`;
    }
    return baseUserAgent;
}
;// CONCATENATED MODULE: ./node_modules/universal-user-agent/index.js
function getUserAgent() {
  if (typeof navigator === "object" && "userAgent" in navigator) {
    return navigator.userAgent;
  }

  if (typeof process === "object" && process.version !== undefined) {
    return `Node.js/${process.version.substr(1)} (${process.platform}; ${
      process.arch
    })`;
  }

  return "<environment undetectable>";
}
;// CONCATENATED MODULE: ./node_modules/before-after-hook/lib/register.js
// @ts-check

function register(state, name, method, options) {
  if (typeof method !== "function") {
    throw new Error("method for before hook must be a function");
  }

  if (!options) {
    options = {};
  }

  if (Array.isArray(name)) {
    return name.reverse().reduce((callback, name) => {
      return register.bind(null, state, name, callback, options);
    }, method)();
  }

  return Promise.resolve().then(() => {
    if (!state.registry[name]) {
      return method(options);
    }

    return state.registry[name].reduce((method, registered) => {
      return registered.hook.bind(null, method, options);
    }, method)();
  });
}
;// CONCATENATED MODULE: ./node_modules/before-after-hook/lib/add.js
// @ts-check

function addHook(state, kind, name, hook) {
  const orig = hook;
  if (!state.registry[name]) {
    state.registry[name] = [];
  }

  if (kind === "before") {
    hook = (method, options) => {
      return Promise.resolve()
        .then(orig.bind(null, options))
        .then(method.bind(null, options));
    };
  }

  if (kind === "after") {
    hook = (method, options) => {
      let result;
      return Promise.resolve()
        .then(method.bind(null, options))
        .then((result_) => {
          result = result_;
          return orig(result, options);
        })
        .then(() => {
          return result;
        });
    };
  }

  if (kind === "error") {
    hook = (method, options) => {
      return Promise.resolve()
        .then(method.bind(null, options))
        .catch((error) => {
          return orig(error, options);
        });
    };
  }

  state.registry[name].push({
    hook: hook,
    orig: orig,
  });
}
;// CONCATENATED MODULE: ./node_modules/before-after-hook/lib/remove.js
// @ts-check

function removeHook(state, name, method) {
  if (!state.registry[name]) {
    return;
  }

  const index = state.registry[name]
    .map((registered) => {
      return registered.orig;
    })
    .indexOf(method);

  if (index === -1) {
    return;
  }

  state.registry[name].splice(index, 1);
}
;// CONCATENATED MODULE: ./node_modules/before-after-hook/index.js
// @ts-check





// bind with array of arguments: https://stackoverflow.com/a/21792913
const bind = Function.bind;
const bindable = bind.bind(bind);

function bindApi(hook, state, name) {
  const removeHookRef = bindable(removeHook, null).apply(
    null,
    name ? [state, name] : [state]
  );
  hook.api = { remove: removeHookRef };
  hook.remove = removeHookRef;
  ["before", "error", "after", "wrap"].forEach((kind) => {
    const args = name ? [state, kind, name] : [state, kind];
    hook[kind] = hook.api[kind] = bindable(addHook, null).apply(null, args);
  });
}

function Singular() {
  const singularHookName = Symbol("Singular");
  const singularHookState = {
    registry: {},
  };
  const singularHook = register.bind(null, singularHookState, singularHookName);
  bindApi(singularHook, singularHookState, singularHookName);
  return singularHook;
}

function Collection() {
  const state = {
    registry: {},
  };

  const hook = register.bind(null, state);
  bindApi(hook, state);

  return hook;
}

/* harmony default export */ const before_after_hook = ({ Singular, Collection });
;// CONCATENATED MODULE: ./node_modules/@octokit/endpoint/dist-bundle/index.js
// pkg/dist-src/defaults.js


// pkg/dist-src/version.js
var VERSION = "0.0.0-development";

// pkg/dist-src/defaults.js
var userAgent = `octokit-endpoint.js/${VERSION} ${getUserAgent()}`;
var DEFAULTS = {
  method: "GET",
  baseUrl: "https://api.github.com",
  headers: {
    accept: "application/vnd.github.v3+json",
    "user-agent": userAgent
  },
  mediaType: {
    format: ""
  }
};

// pkg/dist-src/util/lowercase-keys.js
function lowercaseKeys(object) {
  if (!object) {
    return {};
  }
  return Object.keys(object).reduce((newObj, key) => {
    newObj[key.toLowerCase()] = object[key];
    return newObj;
  }, {});
}

// pkg/dist-src/util/is-plain-object.js
function isPlainObject(value) {
  if (typeof value !== "object" || value === null) return false;
  if (Object.prototype.toString.call(value) !== "[object Object]") return false;
  const proto = Object.getPrototypeOf(value);
  if (proto === null) return true;
  const Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
  return typeof Ctor === "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
}

// pkg/dist-src/util/merge-deep.js
function mergeDeep(defaults, options) {
  const result = Object.assign({}, defaults);
  Object.keys(options).forEach((key) => {
    if (isPlainObject(options[key])) {
      if (!(key in defaults)) Object.assign(result, { [key]: options[key] });
      else result[key] = mergeDeep(defaults[key], options[key]);
    } else {
      Object.assign(result, { [key]: options[key] });
    }
  });
  return result;
}

// pkg/dist-src/util/remove-undefined-properties.js
function removeUndefinedProperties(obj) {
  for (const key in obj) {
    if (obj[key] === void 0) {
      delete obj[key];
    }
  }
  return obj;
}

// pkg/dist-src/merge.js
function merge(defaults, route, options) {
  if (typeof route === "string") {
    let [method, url] = route.split(" ");
    options = Object.assign(url ? { method, url } : { url: method }, options);
  } else {
    options = Object.assign({}, route);
  }
  options.headers = lowercaseKeys(options.headers);
  removeUndefinedProperties(options);
  removeUndefinedProperties(options.headers);
  const mergedOptions = mergeDeep(defaults || {}, options);
  if (options.url === "/graphql") {
    if (defaults && defaults.mediaType.previews?.length) {
      mergedOptions.mediaType.previews = defaults.mediaType.previews.filter(
        (preview) => !mergedOptions.mediaType.previews.includes(preview)
      ).concat(mergedOptions.mediaType.previews);
    }
    mergedOptions.mediaType.previews = (mergedOptions.mediaType.previews || []).map((preview) => preview.replace(/-preview/, ""));
  }
  return mergedOptions;
}

// pkg/dist-src/util/add-query-parameters.js
function addQueryParameters(url, parameters) {
  const separator = /\?/.test(url) ? "&" : "?";
  const names = Object.keys(parameters);
  if (names.length === 0) {
    return url;
  }
  return url + separator + names.map((name) => {
    if (name === "q") {
      return "q=" + parameters.q.split("+").map(encodeURIComponent).join("+");
    }
    return `${name}=${encodeURIComponent(parameters[name])}`;
  }).join("&");
}

// pkg/dist-src/util/extract-url-variable-names.js
var urlVariableRegex = /\{[^{}}]+\}/g;
function removeNonChars(variableName) {
  return variableName.replace(/(?:^\W+)|(?:(?<!\W)\W+$)/g, "").split(/,/);
}
function extractUrlVariableNames(url) {
  const matches = url.match(urlVariableRegex);
  if (!matches) {
    return [];
  }
  return matches.map(removeNonChars).reduce((a, b) => a.concat(b), []);
}

// pkg/dist-src/util/omit.js
function omit(object, keysToOmit) {
  const result = { __proto__: null };
  for (const key of Object.keys(object)) {
    if (keysToOmit.indexOf(key) === -1) {
      result[key] = object[key];
    }
  }
  return result;
}

// pkg/dist-src/util/url-template.js
function encodeReserved(str) {
  return str.split(/(%[0-9A-Fa-f]{2})/g).map(function(part) {
    if (!/%[0-9A-Fa-f]/.test(part)) {
      part = encodeURI(part).replace(/%5B/g, "[").replace(/%5D/g, "]");
    }
    return part;
  }).join("");
}
function encodeUnreserved(str) {
  return encodeURIComponent(str).replace(/[!'()*]/g, function(c) {
    return "%" + c.charCodeAt(0).toString(16).toUpperCase();
  });
}
function encodeValue(operator, value, key) {
  value = operator === "+" || operator === "#" ? encodeReserved(value) : encodeUnreserved(value);
  if (key) {
    return encodeUnreserved(key) + "=" + value;
  } else {
    return value;
  }
}
function isDefined(value) {
  return value !== void 0 && value !== null;
}
function isKeyOperator(operator) {
  return operator === ";" || operator === "&" || operator === "?";
}
function getValues(context, operator, key, modifier) {
  var value = context[key], result = [];
  if (isDefined(value) && value !== "") {
    if (typeof value === "string" || typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") {
      value = value.toString();
      if (modifier && modifier !== "*") {
        value = value.substring(0, parseInt(modifier, 10));
      }
      result.push(
        encodeValue(operator, value, isKeyOperator(operator) ? key : "")
      );
    } else {
      if (modifier === "*") {
        if (Array.isArray(value)) {
          value.filter(isDefined).forEach(function(value2) {
            result.push(
              encodeValue(operator, value2, isKeyOperator(operator) ? key : "")
            );
          });
        } else {
          Object.keys(value).forEach(function(k) {
            if (isDefined(value[k])) {
              result.push(encodeValue(operator, value[k], k));
            }
          });
        }
      } else {
        const tmp = [];
        if (Array.isArray(value)) {
          value.filter(isDefined).forEach(function(value2) {
            tmp.push(encodeValue(operator, value2));
          });
        } else {
          Object.keys(value).forEach(function(k) {
            if (isDefined(value[k])) {
              tmp.push(encodeUnreserved(k));
              tmp.push(encodeValue(operator, value[k].toString()));
            }
          });
        }
        if (isKeyOperator(operator)) {
          result.push(encodeUnreserved(key) + "=" + tmp.join(","));
        } else if (tmp.length !== 0) {
          result.push(tmp.join(","));
        }
      }
    }
  } else {
    if (operator === ";") {
      if (isDefined(value)) {
        result.push(encodeUnreserved(key));
      }
    } else if (value === "" && (operator === "&" || operator === "?")) {
      result.push(encodeUnreserved(key) + "=");
    } else if (value === "") {
      result.push("");
    }
  }
  return result;
}
function parseUrl(template) {
  return {
    expand: expand.bind(null, template)
  };
}
function expand(template, context) {
  var operators = ["+", "#", ".", "/", ";", "?", "&"];
  template = template.replace(
    /\{([^\{\}]+)\}|([^\{\}]+)/g,
    function(_, expression, literal) {
      if (expression) {
        let operator = "";
        const values = [];
        if (operators.indexOf(expression.charAt(0)) !== -1) {
          operator = expression.charAt(0);
          expression = expression.substr(1);
        }
        expression.split(/,/g).forEach(function(variable) {
          var tmp = /([^:\*]*)(?::(\d+)|(\*))?/.exec(variable);
          values.push(getValues(context, operator, tmp[1], tmp[2] || tmp[3]));
        });
        if (operator && operator !== "+") {
          var separator = ",";
          if (operator === "?") {
            separator = "&";
          } else if (operator !== "#") {
            separator = operator;
          }
          return (values.length !== 0 ? operator : "") + values.join(separator);
        } else {
          return values.join(",");
        }
      } else {
        return encodeReserved(literal);
      }
    }
  );
  if (template === "/") {
    return template;
  } else {
    return template.replace(/\/$/, "");
  }
}

// pkg/dist-src/parse.js
function parse(options) {
  let method = options.method.toUpperCase();
  let url = (options.url || "/").replace(/:([a-z]\w+)/g, "{$1}");
  let headers = Object.assign({}, options.headers);
  let body;
  let parameters = omit(options, [
    "method",
    "baseUrl",
    "url",
    "headers",
    "request",
    "mediaType"
  ]);
  const urlVariableNames = extractUrlVariableNames(url);
  url = parseUrl(url).expand(parameters);
  if (!/^http/.test(url)) {
    url = options.baseUrl + url;
  }
  const omittedParameters = Object.keys(options).filter((option) => urlVariableNames.includes(option)).concat("baseUrl");
  const remainingParameters = omit(parameters, omittedParameters);
  const isBinaryRequest = /application\/octet-stream/i.test(headers.accept);
  if (!isBinaryRequest) {
    if (options.mediaType.format) {
      headers.accept = headers.accept.split(/,/).map(
        (format) => format.replace(
          /application\/vnd(\.\w+)(\.v3)?(\.\w+)?(\+json)?$/,
          `application/vnd$1$2.${options.mediaType.format}`
        )
      ).join(",");
    }
    if (url.endsWith("/graphql")) {
      if (options.mediaType.previews?.length) {
        const previewsFromAcceptHeader = headers.accept.match(/(?<![\w-])[\w-]+(?=-preview)/g) || [];
        headers.accept = previewsFromAcceptHeader.concat(options.mediaType.previews).map((preview) => {
          const format = options.mediaType.format ? `.${options.mediaType.format}` : "+json";
          return `application/vnd.github.${preview}-preview${format}`;
        }).join(",");
      }
    }
  }
  if (["GET", "HEAD"].includes(method)) {
    url = addQueryParameters(url, remainingParameters);
  } else {
    if ("data" in remainingParameters) {
      body = remainingParameters.data;
    } else {
      if (Object.keys(remainingParameters).length) {
        body = remainingParameters;
      }
    }
  }
  if (!headers["content-type"] && typeof body !== "undefined") {
    headers["content-type"] = "application/json; charset=utf-8";
  }
  if (["PATCH", "PUT"].includes(method) && typeof body === "undefined") {
    body = "";
  }
  return Object.assign(
    { method, url, headers },
    typeof body !== "undefined" ? { body } : null,
    options.request ? { request: options.request } : null
  );
}

// pkg/dist-src/endpoint-with-defaults.js
function endpointWithDefaults(defaults, route, options) {
  return parse(merge(defaults, route, options));
}

// pkg/dist-src/with-defaults.js
function withDefaults(oldDefaults, newDefaults) {
  const DEFAULTS2 = merge(oldDefaults, newDefaults);
  const endpoint2 = endpointWithDefaults.bind(null, DEFAULTS2);
  return Object.assign(endpoint2, {
    DEFAULTS: DEFAULTS2,
    defaults: withDefaults.bind(null, DEFAULTS2),
    merge: merge.bind(null, DEFAULTS2),
    parse
  });
}

// pkg/dist-src/index.js
var endpoint = withDefaults(null, DEFAULTS);
;// CONCATENATED MODULE: ./node_modules/content-type/dist/index.js
/*!
 * content-type
 * Copyright(c) 2015 Douglas Christopher Wilson
 * MIT Licensed
 */
const SP = 32; // " "
const HTAB = 9; // "\t"
const SEMI = 59; // ";"
const EQ = 61; // "="
const DQUOTE = 34; // '"'
const BSLASH = 92; // "\\"
const COMMA = 44; // ","
const LOWER_CASE = 1;
const OWS = 2;
const SEMI_FLAG = 4;
const COMMA_FLAG = 8;
const TOKEN_FLAG = 16;
const NON_ASCII = 0xff00;
const CASE_FLAGS = LOWER_CASE | NON_ASCII;
/**
 * Character flags used to normalize HTTP field values while scanning.
 * Out-of-range reads intentionally coerce to zero in bitwise expressions.
 */
const CHAR_MAP = new Uint8Array(0x100);
CHAR_MAP[HTAB] |= OWS;
CHAR_MAP[SP] |= OWS;
CHAR_MAP[SEMI] |= SEMI_FLAG;
CHAR_MAP[COMMA] |= COMMA_FLAG;
for (let code = 0x80 /* non-ASCII */; code <= 0xff; code++) {
    CHAR_MAP[code] |= LOWER_CASE;
}
for (const char of "!#$%&'*+-.^_`|~") {
    CHAR_MAP[char.charCodeAt(0)] |= TOKEN_FLAG;
}
for (let code = 0x30 /* 0 */; code <= 0x39 /* 9 */; code++) {
    CHAR_MAP[code] |= TOKEN_FLAG;
}
for (let code = 0x41 /* A */; code <= 0x5a /* Z */; code++) {
    CHAR_MAP[code] |= LOWER_CASE | TOKEN_FLAG;
}
for (let code = 0x61 /* a */; code <= 0x7a /* z */; code++) {
    CHAR_MAP[code] |= TOKEN_FLAG;
}
/**
 * Null object perf optimization. Faster than `Object.create(null)` and `{ __proto__: null }`.
 */
const NullObject = /* @__PURE__ */ (() => {
    const C = function () { };
    C.prototype = Object.create(null);
    return C;
})();
/**
 * Validate a type string against RFC 9110.
 */
function isTypeValid(type, start = 0, end = type.length) {
    let hasSlash = false;
    for (let index = start; index < end; index++) {
        const code = type.charCodeAt(index);
        if (code === 47 /* / */) {
            if (hasSlash || index === start || index >= end - 1)
                return false;
            hasSlash = true;
        }
        else if (!isTokenCode(code)) {
            return false;
        }
    }
    return hasSlash;
}
/**
 * Validate a token against RFC 9110.
 */
function isTokenValid(token, start = 0, end = token.length) {
    if (start >= end)
        return false;
    for (let index = start; index < end; index++) {
        if (!isTokenCode(token.charCodeAt(index)))
            return false;
    }
    return true;
}
/**
 * Check whether a character code belongs to the token production in RFC 9110.
 */
function isTokenCode(code) {
    return (CHAR_MAP[code] & TOKEN_FLAG) !== 0;
}
/**
 * Serialize a parameter value.
 */
function parameterValue(str) {
    const len = str.length;
    if (len === 0)
        return '""';
    let index = 0;
    while (index < len && isTokenCode(str.charCodeAt(index)))
        index++;
    if (index === len)
        return str;
    let result = '"';
    let start = 0;
    while (index < len) {
        const code = str.charCodeAt(index);
        if (code !== HTAB && (code < SP || code === 127 || code > 255)) {
            throw new TypeError(`Invalid parameter value: ${str}`);
        }
        if (code === 34 /* " */ || code === 92 /* \\ */) {
            result += `${str.slice(start, index)}\\`;
            start = index;
        }
        index++;
    }
    return `${result}${str.slice(start)}"`;
}
/**
 * Format an object into a `Content-Type` header.
 */
function format(obj) {
    const { type, parameters } = obj;
    if (!type || !isTypeValid(type)) {
        throw new TypeError(`Invalid type: ${type}`);
    }
    let result = type;
    if (parameters) {
        for (const param of Object.keys(parameters)) {
            if (!isTokenValid(param)) {
                throw new TypeError(`Invalid parameter name: ${param}`);
            }
            result += `; ${param}=${parameterValue(parameters[param])}`;
        }
    }
    return result;
}
/**
 * Parse a `Content-Type` header.
 */
function dist_parse(header, options) {
    const stopFlags = SEMI_FLAG | (options?.comma === true ? COMMA_FLAG : 0);
    const len = header.length;
    let valueStart = options?.start ?? 0;
    while ((CHAR_MAP[header.charCodeAt(valueStart)] & OWS) !== 0) {
        valueStart++;
    }
    let index = valueStart;
    let typeFlags = 0;
    let whitespace = -1;
    let stop = options?.parameters === false ? COMMA_FLAG : 0;
    while (index < len) {
        const code = header.charCodeAt(index);
        const flags = CHAR_MAP[code];
        if ((flags & stopFlags) !== 0) {
            stop |= flags & COMMA_FLAG;
            break;
        }
        if ((flags & OWS) !== 0) {
            if (whitespace === -1)
                whitespace = index;
        }
        else {
            whitespace = -1;
        }
        typeFlags |= (code & NON_ASCII) | flags;
        index++;
    }
    const valueEnd = whitespace === -1 ? index : whitespace;
    const value = header.slice(valueStart, valueEnd);
    const type = (typeFlags & CASE_FLAGS) === 0 ? value : value.toLowerCase();
    if (index === len || stop !== 0) {
        return { type, index, parameters: new NullObject() };
    }
    return parseParameters(header, type, index, len, stopFlags);
}
/**
 * Parses the parameters of a `Content-Type` header starting at the given index.
 */
function parseParameters(header, type, index, len, stopFlags) {
    const parameters = new NullObject();
    parameter: while (index < len) {
        index++; // Skip over ;
        while ((CHAR_MAP[header.charCodeAt(index)] & OWS) !== 0) {
            index++;
        }
        const keyStart = index;
        let keyFlags = 0;
        let keyWhitespace = -1;
        while (index < len) {
            const code = header.charCodeAt(index);
            const flags = CHAR_MAP[code];
            if ((flags & stopFlags) !== 0) {
                if ((flags & COMMA_FLAG) !== 0)
                    break parameter;
                continue parameter;
            }
            if (code === EQ) {
                const keyEnd = keyWhitespace === -1 ? index : keyWhitespace;
                const value = header.slice(keyStart, keyEnd);
                const key = (keyFlags & CASE_FLAGS) === 0 ? value : value.toLowerCase();
                index++;
                while ((CHAR_MAP[header.charCodeAt(index)] & OWS) !== 0) {
                    index++;
                }
                if (index < len && header.charCodeAt(index) === DQUOTE) {
                    const quotedStart = ++index;
                    let escaped = false;
                    while (index < len) {
                        const code = header.charCodeAt(index);
                        if (code === DQUOTE) {
                            if (parameters[key] === undefined) {
                                parameters[key] = escaped
                                    ? unescapeQuotedPairs(header, quotedStart, index)
                                    : header.slice(quotedStart, index);
                            }
                            index++;
                            let stop = 0;
                            // Discard characters between quote and delimiter.
                            while (index < len) {
                                const code = header.charCodeAt(index);
                                const flags = CHAR_MAP[code];
                                if ((flags & stopFlags) !== 0) {
                                    stop = flags & COMMA_FLAG;
                                    break;
                                }
                                index++;
                            }
                            if (stop !== 0)
                                break parameter;
                            continue parameter;
                        }
                        if (code === BSLASH && index + 1 < len) {
                            escaped = true;
                            index += 2;
                            continue;
                        }
                        index++;
                    }
                    continue parameter;
                }
                const valueStart = index;
                let stop = 0;
                let valueWhitespace = -1;
                while (index < len) {
                    const code = header.charCodeAt(index);
                    const flags = CHAR_MAP[code];
                    if ((flags & stopFlags) !== 0) {
                        stop = flags & COMMA_FLAG;
                        break;
                    }
                    if ((flags & OWS) !== 0) {
                        if (valueWhitespace === -1)
                            valueWhitespace = index;
                    }
                    else {
                        valueWhitespace = -1;
                    }
                    index++;
                }
                if (parameters[key] === undefined) {
                    const valueEnd = valueWhitespace === -1 ? index : valueWhitespace;
                    parameters[key] = header.slice(valueStart, valueEnd);
                }
                if (stop !== 0)
                    break parameter;
                continue parameter;
            }
            if ((flags & OWS) !== 0) {
                if (keyWhitespace === -1)
                    keyWhitespace = index;
            }
            else {
                keyWhitespace = -1;
            }
            keyFlags |= (code & NON_ASCII) | flags;
            index++;
        }
    }
    return { type, index, parameters };
}
/**
 * Remove backslashes from quoted pairs in a known-terminated quoted string body.
 */
function unescapeQuotedPairs(str, start, end) {
    let result = "";
    for (let index = start; index < end; index++) {
        if (str.charCodeAt(index) === BSLASH) {
            result += str.slice(start, index);
            start = ++index;
        }
    }
    return result + str.slice(start, end);
}
//# sourceMappingURL=index.js.map
;// CONCATENATED MODULE: ./node_modules/json-with-bigint/json-with-bigint.js
const intRegex = /^-?\d+$/;
const noiseValue = /^-?\d+n+$/; // Noise - strings that match the custom format before being converted to it
const originalStringify = JSON.stringify;
const originalParse = JSON.parse;
const customFormat = /^-?\d+n$/;

const bigIntsStringify = /([\[:])?"(-?\d+)n"($|\s*[,\}\]])/g;
const noiseStringify = /([\[:])?("-?\d+n+)n("$|"\s*[,\}\]])/g;

/**
 * @typedef {(this: any, key: string | number | undefined, value: any) => any} Replacer
 * @typedef {(key: string | number | undefined, value: any, context?: { source: string }) => any} Reviver
 */

/**
 * Checks if a value is unstringifiable according to native JSON.stringify rules.
 *
 * @param {any} val The value to check.
 * @returns {boolean} True if the value is undefined, a function, or a symbol.
 */
const isUnstringifiable = (val) =>
  val === undefined || typeof val === "function" || typeof val === "symbol";

/**
 * Checks if a value is a native JSON.rawJSON object (Node.js 22+).
 *
 * @param {any} val The value to check.
 * @returns {boolean} True if the value is a RawJSON instance.
 */
const isRawJSON = (val) =>
  val !== null &&
  typeof val === "object" &&
  val.constructor &&
  val.constructor.name === "RawJSON";

/**
 * Iteratively converts a JS value to a JSON string.
 * Used as a fallback when the native JSON.stringify hits the Maximum Call Stack size.
 * Fully compliant with JSON formatting (space), replacers, and toJSON behaviors.
 *
 * @param {any} rootValue The value to stringify.
 * @param {Replacer | Array<string | number> | null} [replacer] User's custom replacer function.
 * @param {string | number} [spaceParam] Indentation for pretty-printing.
 * @returns {string | undefined} The generated JSON string.
 */
const stringifyIteratively = (rootValue, replacer, spaceParam) => {
  let space = "";

  if (typeof spaceParam === "number") {
    space = " ".repeat(Math.min(10, Math.max(0, Math.floor(spaceParam))));
  } else if (typeof spaceParam === "string") {
    space = spaceParam.slice(0, 10);
  }

  const isFunctionReplacer = typeof replacer === "function";
  const propertyList = Array.isArray(replacer)
    ? new Set(replacer.map(String))
    : null;

  /**
   * Prepares a value for stringification by resolving toJSON, handling BigInts,
   * applying custom replacers, and unwrapping primitive objects.
   *
   * @param {object|Array} parent The parent object or array holding the value.
   * @param {string} key The key associated with the value.
   * @param {any} val The raw value to process.
   * @returns {any} The processed value ready for stringification.
   */
  const prepareVal = (parent, key, val) => {
    const isObject = val !== null && typeof val === "object";
    const hasToJSON = isObject && typeof val.toJSON === "function";

    if (hasToJSON) {
      val = val.toJSON(key);
    }

    const isNoise = typeof val === "string" && noiseValue.test(val);

    if (isNoise) return val + "n";

    const isBigInt = typeof val === "bigint";

    if (isBigInt) {
      const supportsRawJSON = "rawJSON" in JSON;

      if (supportsRawJSON) return JSON.rawJSON(val.toString());

      return val.toString() + "n";
    }

    if (isFunctionReplacer) {
      val = replacer.call(parent, key, val);
    }

    const isPostReplacerObject = val !== null && typeof val === "object";

    if (isPostReplacerObject) {
      const isPrimitiveWrapper =
        val instanceof Number ||
        val instanceof String ||
        val instanceof Boolean;

      if (isPrimitiveWrapper) {
        val = val.valueOf();
      }
    }

    return val;
  };

  const rootProcessed = prepareVal({ "": rootValue }, "", rootValue);

  if (isUnstringifiable(rootProcessed)) {
    return undefined;
  }

  const isRootPrimitive =
    rootProcessed === null || typeof rootProcessed !== "object";
  const isRootNativeRawJSON = isRawJSON(rootProcessed);

  if (isRootPrimitive || isRootNativeRawJSON) {
    return originalStringify(rootProcessed);
  }

  const chunks = [];
  let level = 0;

  const stack = [
    {
      parent: { "": rootProcessed },
      key: "",
      val: rootProcessed,
      isArray: Array.isArray(rootProcessed),
      keys: Array.isArray(rootProcessed) ? null : Object.keys(rootProcessed),
      index: 0,
      first: true,
    },
  ];

  const visited = new WeakSet([rootProcessed]);

  while (stack.length > 0) {
    const node = stack[stack.length - 1];

    if (node.index === 0) {
      chunks.push(node.isArray ? "[" : "{");
      level++;
    }

    let isDone = false;

    if (node.isArray) {
      if (node.index < node.val.length) {
        if (!node.first) chunks.push(",");

        if (space) chunks.push("\n" + space.repeat(level));

        const childRaw = node.val[node.index];
        const childVal = prepareVal(node.val, String(node.index), childRaw);

        if (isUnstringifiable(childVal)) {
          chunks.push("null");
          node.first = false;
          node.index++;
        } else {
          const isComplexObject =
            childVal !== null && typeof childVal === "object";
          const isNativeRaw = isRawJSON(childVal);

          if (isComplexObject && !isNativeRaw) {
            if (visited.has(childVal)) {
              throw new TypeError("Converting circular structure to JSON");
            }

            visited.add(childVal);

            stack.push({
              parent: node.val,
              key: String(node.index),
              val: childVal,
              isArray: Array.isArray(childVal),
              keys: Array.isArray(childVal) ? null : Object.keys(childVal),
              index: 0,
              first: true,
            });

            node.first = false;
            node.index++;
          } else {
            chunks.push(originalStringify(childVal));
            node.first = false;
            node.index++;
          }
        }
      } else {
        isDone = true;
      }
    } else {
      while (node.index < node.keys.length) {
        const k = node.keys[node.index++];

        const isFilteredOutByArray = propertyList && !propertyList.has(k);

        if (isFilteredOutByArray) continue;

        const childRaw = node.val[k];
        const childVal = prepareVal(node.val, k, childRaw);

        if (isUnstringifiable(childVal)) continue;

        if (!node.first) chunks.push(",");

        if (space) {
          chunks.push("\n" + space.repeat(level) + originalStringify(k) + ": ");
        } else {
          chunks.push(originalStringify(k) + ":");
        }

        const isComplexObject =
          childVal !== null && typeof childVal === "object";
        const isNativeRaw = isRawJSON(childVal);

        if (isComplexObject && !isNativeRaw) {
          if (visited.has(childVal)) {
            throw new TypeError("Converting circular structure to JSON");
          }

          visited.add(childVal);

          stack.push({
            parent: node.val,
            key: k,
            val: childVal,
            isArray: Array.isArray(childVal),
            keys: Array.isArray(childVal) ? null : Object.keys(childVal),
            index: 0,
            first: true,
          });

          node.first = false;

          break; // Stop current loop level to process the newly pushed stack node
        } else {
          chunks.push(originalStringify(childVal));
          node.first = false;
        }
      }

      const isNodeFullyProcessed =
        node.index >= node.keys.length && stack[stack.length - 1] === node;

      if (isNodeFullyProcessed) {
        isDone = true;
      }
    }

    if (isDone) {
      level--;

      if (!node.first && space) chunks.push("\n" + space.repeat(level));

      chunks.push(node.isArray ? "]" : "}");
      visited.delete(node.val);
      stack.pop();
    }
  }

  return chunks.join("");
};

/**
 * Converts a JavaScript value to a JSON string.
 *
 * Supports serialization of BigInt values using two strategies:
 * 1. Custom format "123n" → "123" (universal fallback)
 * 2. Native JSON.rawJSON() (Node.js 22+, fastest) when available
 *
 * All other values are serialized exactly like native JSON.stringify().
 *
 * @param {*} value The value to convert to a JSON string.
 * @param {Replacer | Array<string | number> | null} [replacer]
 * A function that alters the behavior of the stringification process,
 * or an array of strings/numbers to indicate properties to exclude.
 * @param {string | number} [space]
 * A string or number to specify indentation or pretty-printing.
 * @returns {string} The JSON string representation.
 */
const JSONStringify = (value, replacer, space) => {
  try {
    const supportsRawJSON = "rawJSON" in JSON;

    if (supportsRawJSON) {
      return originalStringify(
        value,
        (key, val) => {
          if (typeof val === "bigint") return JSON.rawJSON(val.toString());

          const hasFunctionReplacer = typeof replacer === "function";

          if (hasFunctionReplacer) return replacer(key, val);

          const isKeyInArrayReplacer =
            Array.isArray(replacer) && replacer.includes(key);

          if (isKeyInArrayReplacer) return val;

          return val;
        },
        space,
      );
    }

    if (!value) return originalStringify(value, replacer, space);

    const convertedToCustomJSON = originalStringify(
      value,
      (key, val) => {
        const isNoise = typeof val === "string" && noiseValue.test(val);

        if (isNoise) return val.toString() + "n"; // Mark noise values with additional "n" to offset the deletion of one "n" during the processing

        if (typeof val === "bigint") return val.toString() + "n";

        const hasFunctionReplacer = typeof replacer === "function";

        if (hasFunctionReplacer) return replacer(key, val);

        const isKeyInArrayReplacer =
          Array.isArray(replacer) && replacer.includes(key);

        if (isKeyInArrayReplacer) return val;

        return val;
      },
      space,
    );

    const processedJSON = convertedToCustomJSON.replace(
      bigIntsStringify,
      "$1$2$3",
    ); // Delete one "n" off the end of every BigInt value

    const denoisedJSON = processedJSON.replace(noiseStringify, "$1$2$3"); // Remove one "n" off the end of every noisy string

    return denoisedJSON;
  } catch (error) {
    if (error instanceof RangeError) {
      const convertedJSON = stringifyIteratively(value, replacer, space);

      if (convertedJSON === undefined) return undefined;

      const supportsRawJSON = "rawJSON" in JSON;

      if (supportsRawJSON) return convertedJSON;

      const processedJSON = convertedJSON.replace(bigIntsStringify, "$1$2$3");

      return processedJSON.replace(noiseStringify, "$1$2$3");
    }

    throw error;
  }
};

const featureCache = new Map();

/**
 * Detects if the current JSON.parse implementation supports the context.source feature.
 *
 * Uses toString() fingerprinting to cache results and automatically detect runtime
 * replacements of JSON.parse (polyfills, mocks, etc.).
 *
 * @returns {boolean} true if context.source is supported, false otherwise.
 */
const isContextSourceSupported = () => {
  const parseFingerprint = JSON.parse.toString();

  if (featureCache.has(parseFingerprint)) {
    return featureCache.get(parseFingerprint);
  }

  try {
    const result = JSON.parse(
      "1",
      (_, __, context) => !!context?.source && context.source === "1",
    );
    featureCache.set(parseFingerprint, result);

    return result;
  } catch {
    featureCache.set(parseFingerprint, false);

    return false;
  }
};

/**
 * Reviver function that converts custom-format BigInt strings back to BigInt values.
 * Also handles "noise" strings that accidentally match the BigInt format.
 *
 * @param {string | number | undefined} key The object key.
 * @param {*} value The value being parsed.
 * @param {object} [context] Parse context (if supported by JSON.parse).
 * @param {Reviver} [userReviver] User's custom reviver function.
 * @returns {any} The transformed value.
 */
const convertMarkedBigIntsReviver = (key, value, context, userReviver) => {
  const isCustomFormatBigInt =
    typeof value === "string" && customFormat.test(value);

  if (isCustomFormatBigInt) return BigInt(value.slice(0, -1));

  const isNoiseValue = typeof value === "string" && noiseValue.test(value);
  if (isNoiseValue) return value.slice(0, -1);

  const hasUserReviver = typeof userReviver === "function";

  if (!hasUserReviver) return value;

  return userReviver(key, value, context);
};

/**
 * Fast JSON.parse implementation (~2x faster than classic fallback).
 * Uses JSON.parse's context.source feature to detect integers and convert
 * large numbers directly to BigInt without string manipulation.
 *
 * Does not support legacy custom format from v1 of this library.
 *
 * @param {string} text JSON string to parse.
 * @param {Reviver} [reviver] Transform function to apply to each value.
 * @returns {any} Parsed JavaScript value.
 */
const JSONParseV2 = (text, reviver) => {
  return JSON.parse(text, (key, value, context) => {
    const isNumber = typeof value === "number";
    const isOutOfBounds =
      value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER;
    const isBigNumber = isNumber && isOutOfBounds;
    const isInt = context && intRegex.test(context.source);
    const isBigInt = isBigNumber && isInt;

    if (isBigInt) return BigInt(context.source);

    const hasCustomReviver = typeof reviver === "function";

    if (!hasCustomReviver) return value;

    return reviver(key, value, context);
  });
};

const MAX_INT = Number.MAX_SAFE_INTEGER.toString();
const MAX_DIGITS = MAX_INT.length;
const stringsOrLargeNumbers =
  /"(?:[^"\\]|\\.)*"|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/g;
const noiseValueWithQuotes = /^"-?\d+n+"$/; // Noise - strings that match the custom format before being converted to it

/**
 * Iteratively traverses the parsed object bottom-up (post-order),
 * emulating the native JSON.parse reviver behavior.
 * This avoids Call Stack overflows (RangeError) on deeply nested structures.
 *
 * @param {any} parsed The natively parsed JSON object.
 * @param {Reviver} [userReviver] User's custom reviver function.
 * @returns {any} The fully processed object.
 */
const applyReviverIteratively = (parsed, userReviver) => {
  const rootHolder = { "": parsed };
  const stack = [{ parent: rootHolder, key: "", visited: false }];

  while (stack.length > 0) {
    const node = stack[stack.length - 1];

    if (!node.visited) {
      node.visited = true;

      const value = node.parent[node.key];
      const isComplexObject = value !== null && typeof value === "object";

      if (isComplexObject) {
        const keys = Object.keys(value);

        for (let i = keys.length - 1; i >= 0; i--) {
          stack.push({ parent: value, key: keys[i], visited: false });
        }
      }
    } else {
      const { parent, key } = node;
      let value = parent[key];

      if (typeof value === "string") {
        const isCustomFormatBigInt = customFormat.test(value);

        if (isCustomFormatBigInt) {
          value = BigInt(value.slice(0, -1));
        } else {
          const isNoise = noiseValue.test(value);

          if (isNoise) value = value.slice(0, -1);
        }
      }

      const hasUserReviver = typeof userReviver === "function";

      if (hasUserReviver) {
        value = userReviver.call(parent, key, value);
      }

      const isDeleted = value === undefined;

      if (isDeleted) {
        delete parent[key];
      } else {
        parent[key] = value;
      }

      stack.pop();
    }
  }

  return rootHolder[""];
};

/**
 * Pre-processes the JSON string to mark large numbers with an 'n' suffix.
 *
 * @param {string} text The raw JSON string.
 * @returns {string} The serialized string with marked BigInts.
 */
const serializeBigInts = (text) => {
  return text.replace(
    stringsOrLargeNumbers,
    (match, digits, fractional, exponential) => {
      const isString = match[0] === '"';
      const isNoise = isString && noiseValueWithQuotes.test(match);

      if (isNoise) return match.substring(0, match.length - 1) + 'n"'; // Mark noise values with additional "n" to offset the deletion of one "n" during the processing

      const hasFractionalOrExponential = fractional || exponential;

      // With a fixed number of digits, we can correctly use lexicographical comparison to do a numeric comparison
      const isLessThanMaxSafeInt =
        digits &&
        (digits.length < MAX_DIGITS ||
          (digits.length === MAX_DIGITS && digits <= MAX_INT));

      const isStandardValue =
        isString || hasFractionalOrExponential || isLessThanMaxSafeInt;

      if (isStandardValue) return match;

      return '"' + match + 'n"';
    },
  );
};

/**
 * Converts a JSON string into a JavaScript value.
 *
 * Supports parsing of large integers using two strategies:
 * 1. Classic fallback: Marks large numbers with "123n" format, then converts to BigInt
 * 2. Fast path (JSONParseV2): Uses context.source feature (~2x faster) when available
 *
 * All other JSON values are parsed exactly like native JSON.parse().
 *
 * @param {string} text A valid JSON string.
 * @param {Reviver} [reviver]
 * A function that transforms the results. This function is called for each member
 * of the object. If a member contains nested objects, the nested objects are
 * transformed before the parent object is.
 * @returns {any} The parsed JavaScript value.
 * @throws {SyntaxError} If text is not valid JSON.
 */
const JSONParse = (text, reviver) => {
  if (!text) return originalParse(text, reviver);

  try {
    if (isContextSourceSupported()) return JSONParseV2(text, reviver); // Shortcut to a faster (2x) and simpler version

    // Find and mark big numbers with "n"
    const serializedData = serializeBigInts(text);

    return originalParse(serializedData, (key, value, context) =>
      convertMarkedBigIntsReviver(key, value, context, reviver),
    );
  } catch (error) {
    if (error instanceof RangeError) {
      const serializedData = serializeBigInts(text);
      const parsed = originalParse(serializedData);

      return applyReviverIteratively(parsed, reviver);
    }

    throw error;
  }
};
;// CONCATENATED MODULE: ./node_modules/@octokit/request-error/dist-src/index.js
class RequestError extends Error {
  name;
  /**
   * http status code
   */
  status;
  /**
   * Request options that lead to the error.
   */
  request;
  /**
   * Response object if a response was received
   */
  response;
  constructor(message, statusCode, options) {
    super(message, { cause: options.cause });
    this.name = "HttpError";
    this.status = Number.parseInt(statusCode);
    if (Number.isNaN(this.status)) {
      this.status = 0;
    }
    /* v8 ignore else -- @preserve -- Bug with vitest coverage where it sees an else branch that doesn't exist */
    if ("response" in options) {
      this.response = options.response;
    }
    const requestCopy = Object.assign({}, options.request);
    if (options.request.headers.authorization) {
      requestCopy.headers = Object.assign({}, options.request.headers, {
        authorization: options.request.headers.authorization.replace(
          /(?<! ) .*$/,
          " [REDACTED]"
        )
      });
    }
    requestCopy.url = requestCopy.url.replace(/\bclient_secret=\w+/g, "client_secret=[REDACTED]").replace(/\baccess_token=\w+/g, "access_token=[REDACTED]");
    this.request = requestCopy;
  }
}
;// CONCATENATED MODULE: ./node_modules/@octokit/request/dist-bundle/index.js
// pkg/dist-src/index.js


// pkg/dist-src/defaults.js


// pkg/dist-src/version.js
var dist_bundle_VERSION = "10.0.16";

// pkg/dist-src/defaults.js
var defaults_default = {
  headers: {
    "user-agent": `octokit-request.js/${dist_bundle_VERSION} ${getUserAgent()}`
  }
};

// pkg/dist-src/fetch-wrapper.js



// pkg/dist-src/is-plain-object.js
function dist_bundle_isPlainObject(value) {
  if (typeof value !== "object" || value === null) return false;
  if (Object.prototype.toString.call(value) !== "[object Object]") return false;
  const proto = Object.getPrototypeOf(value);
  if (proto === null) return true;
  const Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
  return typeof Ctor === "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
}

// pkg/dist-src/fetch-wrapper.js

var noop = () => "";
async function fetchWrapper(requestOptions) {
  const fetch = requestOptions.request?.fetch || globalThis.fetch;
  if (!fetch) {
    throw new Error(
      "fetch is not set. Please pass a fetch implementation as new Octokit({ request: { fetch }}). Learn more at https://github.com/octokit/octokit.js/#fetch-missing"
    );
  }
  const log = requestOptions.request?.log || console;
  const parseSuccessResponseBody = requestOptions.request?.parseSuccessResponseBody !== false;
  const body = dist_bundle_isPlainObject(requestOptions.body) || Array.isArray(requestOptions.body) ? JSONStringify(requestOptions.body) : requestOptions.body;
  const requestHeaders = Object.fromEntries(
    Object.entries(requestOptions.headers).map(([name, value]) => [
      name,
      String(value)
    ])
  );
  let fetchResponse;
  try {
    fetchResponse = await fetch(requestOptions.url, {
      method: requestOptions.method,
      body,
      redirect: requestOptions.request?.redirect,
      headers: requestHeaders,
      signal: requestOptions.request?.signal,
      // duplex must be set if request.body is ReadableStream or Async Iterables.
      // See https://fetch.spec.whatwg.org/#dom-requestinit-duplex.
      ...requestOptions.body && { duplex: "half" }
    });
  } catch (error) {
    let message = "Unknown Error";
    if (error instanceof Error) {
      if (error.name === "AbortError") {
        error.status = 500;
        throw error;
      }
      message = error.message;
      if (error.name === "TypeError" && "cause" in error) {
        if (error.cause instanceof Error) {
          message = error.cause.message;
        } else if (typeof error.cause === "string") {
          message = error.cause;
        }
      }
    }
    const requestError = new RequestError(message, 500, {
      request: requestOptions
    });
    requestError.cause = error;
    throw requestError;
  }
  const status = fetchResponse.status;
  const url = fetchResponse.url;
  const responseHeaders = {};
  for (const [key, value] of fetchResponse.headers) {
    responseHeaders[key] = value;
  }
  const octokitResponse = {
    url,
    status,
    headers: responseHeaders,
    data: ""
  };
  if ("deprecation" in responseHeaders) {
    const matches = responseHeaders.link && responseHeaders.link.match(/<([^<>]+)>; rel="deprecation"/);
    const deprecationLink = matches && matches.pop();
    log.warn(
      `[@octokit/request] "${requestOptions.method} ${requestOptions.url}" is deprecated. It is scheduled to be removed on ${responseHeaders.sunset}${deprecationLink ? `. See ${deprecationLink}` : ""}`
    );
  }
  if (status === 204 || status === 205) {
    return octokitResponse;
  }
  if (requestOptions.method === "HEAD") {
    if (status < 400) {
      return octokitResponse;
    }
    throw new RequestError(fetchResponse.statusText, status, {
      response: octokitResponse,
      request: requestOptions
    });
  }
  if (status === 304) {
    octokitResponse.data = await getResponseData(fetchResponse);
    throw new RequestError("Not modified", status, {
      response: octokitResponse,
      request: requestOptions
    });
  }
  if (status >= 400) {
    octokitResponse.data = await getResponseData(fetchResponse);
    throw new RequestError(toErrorMessage(octokitResponse.data), status, {
      response: octokitResponse,
      request: requestOptions
    });
  }
  octokitResponse.data = parseSuccessResponseBody ? await getResponseData(fetchResponse) : fetchResponse.body;
  return octokitResponse;
}
async function getResponseData(response) {
  const contentType = response.headers.get("content-type");
  if (!contentType) {
    return response.text().catch(noop);
  }
  const mimetype = dist_parse(contentType);
  if (isJSONResponse(mimetype)) {
    let text = "";
    try {
      text = await response.text();
      return JSONParse(text);
    } catch (err) {
      return text;
    }
  } else if (mimetype.type.startsWith("text/") || // `application/octet-stream` is the canonical "arbitrary binary" type
  // (RFC 2046) and must never be decoded as text, even when the response
  // carries a (misleading) `charset=utf-8` parameter — see #751.
  mimetype.parameters.charset?.toLowerCase() === "utf-8" && mimetype.type !== "application/octet-stream") {
    return response.text().catch(noop);
  } else {
    return response.arrayBuffer().catch(
      /* v8 ignore next -- @preserve */
      () => new ArrayBuffer(0)
    );
  }
}
function isJSONResponse(mimetype) {
  return mimetype.type === "application/json" || mimetype.type === "application/scim+json";
}
function toErrorMessage(data) {
  if (typeof data === "string") {
    return data;
  }
  if (data instanceof ArrayBuffer) {
    return "Unknown error";
  }
  if (typeof data === "object" && data !== null && "message" in data) {
    const objectData = data;
    const suffix = "documentation_url" in objectData ? ` - ${objectData.documentation_url}` : "";
    return Array.isArray(objectData.errors) ? `${objectData.message}: ${objectData.errors.map((v) => JSON.stringify(v)).join(", ")}${suffix}` : `${objectData.message}${suffix}`;
  }
  return `Unknown error: ${JSON.stringify(data)}`;
}

// pkg/dist-src/with-defaults.js
function dist_bundle_withDefaults(oldEndpoint, newDefaults) {
  const endpoint2 = oldEndpoint.defaults(newDefaults);
  const newApi = function(route, parameters) {
    const endpointOptions = endpoint2.merge(route, parameters);
    if (!endpointOptions.request || !endpointOptions.request.hook) {
      return fetchWrapper(endpoint2.parse(endpointOptions));
    }
    const request2 = (route2, parameters2) => {
      return fetchWrapper(
        endpoint2.parse(endpoint2.merge(route2, parameters2))
      );
    };
    Object.assign(request2, {
      endpoint: endpoint2,
      defaults: dist_bundle_withDefaults.bind(null, endpoint2)
    });
    return endpointOptions.request.hook(request2, endpointOptions);
  };
  return Object.assign(newApi, {
    endpoint: endpoint2,
    defaults: dist_bundle_withDefaults.bind(null, endpoint2)
  });
}

// pkg/dist-src/index.js
var request = dist_bundle_withDefaults(endpoint, defaults_default);

/* v8 ignore next -- @preserve */
/* v8 ignore else -- @preserve */
;// CONCATENATED MODULE: ./node_modules/@octokit/graphql/dist-bundle/index.js
// pkg/dist-src/index.js



// pkg/dist-src/version.js
var graphql_dist_bundle_VERSION = "0.0.0-development";

// pkg/dist-src/with-defaults.js


// pkg/dist-src/graphql.js


// pkg/dist-src/error.js
function _buildMessageForResponseErrors(data) {
  return `Request failed due to following response errors:
` + data.errors.map((e) => ` - ${e.message}`).join("\n");
}
var GraphqlResponseError = class extends Error {
  constructor(request2, headers, response) {
    super(_buildMessageForResponseErrors(response));
    this.request = request2;
    this.headers = headers;
    this.response = response;
    this.errors = response.errors;
    this.data = response.data;
    if (Error.captureStackTrace) {
      Error.captureStackTrace(this, this.constructor);
    }
  }
  request;
  headers;
  response;
  name = "GraphqlResponseError";
  errors;
  data;
};

// pkg/dist-src/graphql.js
var NON_VARIABLE_OPTIONS = [
  "method",
  "baseUrl",
  "url",
  "headers",
  "request",
  "query",
  "mediaType",
  "operationName"
];
var FORBIDDEN_VARIABLE_OPTIONS = ["query", "method", "url"];
var GHES_V3_SUFFIX_REGEX = /\/api\/v3\/?$/;
function graphql(request2, query, options) {
  if (options) {
    if (typeof query === "string" && "query" in options) {
      return Promise.reject(
        new Error(`[@octokit/graphql] "query" cannot be used as variable name`)
      );
    }
    for (const key in options) {
      if (!FORBIDDEN_VARIABLE_OPTIONS.includes(key)) continue;
      return Promise.reject(
        new Error(
          `[@octokit/graphql] "${key}" cannot be used as variable name`
        )
      );
    }
  }
  const parsedOptions = typeof query === "string" ? Object.assign({ query }, options) : query;
  const requestOptions = Object.keys(
    parsedOptions
  ).reduce((result, key) => {
    if (NON_VARIABLE_OPTIONS.includes(key)) {
      result[key] = parsedOptions[key];
      return result;
    }
    if (!result.variables) {
      result.variables = {};
    }
    result.variables[key] = parsedOptions[key];
    return result;
  }, {});
  const baseUrl = parsedOptions.baseUrl || request2.endpoint.DEFAULTS.baseUrl;
  if (GHES_V3_SUFFIX_REGEX.test(baseUrl)) {
    requestOptions.url = baseUrl.replace(GHES_V3_SUFFIX_REGEX, "/api/graphql");
  }
  return request2(requestOptions).then((response) => {
    if (response.data.errors) {
      const headers = {};
      for (const key of Object.keys(response.headers)) {
        headers[key] = response.headers[key];
      }
      throw new GraphqlResponseError(
        requestOptions,
        headers,
        response.data
      );
    }
    return response.data.data;
  });
}

// pkg/dist-src/with-defaults.js
function graphql_dist_bundle_withDefaults(request2, newDefaults) {
  const newRequest = request2.defaults(newDefaults);
  const newApi = (query, options) => {
    return graphql(newRequest, query, options);
  };
  return Object.assign(newApi, {
    defaults: graphql_dist_bundle_withDefaults.bind(null, newRequest),
    endpoint: newRequest.endpoint
  });
}

// pkg/dist-src/index.js
var graphql2 = graphql_dist_bundle_withDefaults(request, {
  headers: {
    "user-agent": `octokit-graphql.js/${graphql_dist_bundle_VERSION} ${getUserAgent()}`
  },
  method: "POST",
  url: "/graphql"
});
function withCustomRequest(customRequest) {
  return graphql_dist_bundle_withDefaults(customRequest, {
    method: "POST",
    url: "/graphql"
  });
}

/* v8 ignore if -- @preserve */
;// CONCATENATED MODULE: ./node_modules/@octokit/auth-token/dist-bundle/index.js
// pkg/dist-src/is-jwt.js
var b64url = "(?:[a-zA-Z0-9_-]+)";
var sep = "\\.";
var jwtRE = new RegExp(`^${b64url}${sep}${b64url}${sep}${b64url}$`);
var isJWT = jwtRE.test.bind(jwtRE);

// pkg/dist-src/auth.js
async function auth(token) {
  const isApp = isJWT(token);
  const isInstallation = token.startsWith("v1.") || token.startsWith("ghs_");
  const isUserToServer = token.startsWith("ghu_");
  const tokenType = isApp ? "app" : isInstallation ? "installation" : isUserToServer ? "user-to-server" : "oauth";
  return {
    type: "token",
    token,
    tokenType
  };
}

// pkg/dist-src/with-authorization-prefix.js
function withAuthorizationPrefix(token) {
  if (token.split(/\./).length === 3) {
    return `bearer ${token}`;
  }
  return `token ${token}`;
}

// pkg/dist-src/hook.js
async function hook(token, request, route, parameters) {
  const endpoint = request.endpoint.merge(
    route,
    parameters
  );
  endpoint.headers.authorization = withAuthorizationPrefix(token);
  return request(endpoint);
}

// pkg/dist-src/index.js
var createTokenAuth = function createTokenAuth2(token) {
  if (!token) {
    throw new Error("[@octokit/auth-token] No token passed to createTokenAuth");
  }
  if (typeof token !== "string") {
    throw new Error(
      "[@octokit/auth-token] Token passed to createTokenAuth is not a string"
    );
  }
  token = token.replace(/^(token|bearer) +/i, "");
  return Object.assign(auth.bind(null, token), {
    hook: hook.bind(null, token)
  });
};
;// CONCATENATED MODULE: ./node_modules/@octokit/core/dist-src/version.js
const version_VERSION = "7.0.8";
;// CONCATENATED MODULE: ./node_modules/@octokit/core/dist-src/index.js
const dist_src_noop = () => {
};
const consoleWarn = console.warn.bind(console);
const consoleError = console.error.bind(console);
function createLogger(logger = {}) {
  if (typeof logger.debug !== "function") {
    logger.debug = dist_src_noop;
  }
  if (typeof logger.info !== "function") {
    logger.info = dist_src_noop;
  }
  if (typeof logger.warn !== "function") {
    logger.warn = consoleWarn;
  }
  if (typeof logger.error !== "function") {
    logger.error = consoleError;
  }
  return logger;
}
const userAgentTrail = `octokit-core.js/${version_VERSION} ${getUserAgent()}`;
class Octokit {
  static VERSION = version_VERSION;
  static defaults(defaults) {
    const OctokitWithDefaults = class extends this {
      constructor(...args) {
        const options = args[0] || {};
        if (typeof defaults === "function") {
          super(defaults(options));
          return;
        }
        super(
          Object.assign(
            {},
            defaults,
            options,
            options.userAgent && defaults.userAgent ? {
              userAgent: `${options.userAgent} ${defaults.userAgent}`
            } : null
          )
        );
      }
    };
    return OctokitWithDefaults;
  }
  static plugins = [];
  /**
   * Attach a plugin (or many) to your Octokit instance.
   *
   * @example
   * const API = Octokit.plugin(plugin1, plugin2, plugin3, ...)
   */
  static plugin(...newPlugins) {
    const currentPlugins = this.plugins;
    const NewOctokit = class extends this {
      static plugins = currentPlugins.concat(
        newPlugins.filter((plugin) => !currentPlugins.includes(plugin))
      );
    };
    return NewOctokit;
  }
  constructor(options = {}) {
    const hook = new before_after_hook.Collection();
    const requestDefaults = {
      baseUrl: request.endpoint.DEFAULTS.baseUrl,
      headers: {},
      request: Object.assign({}, options.request, {
        // @ts-ignore internal usage only, no need to type
        hook: hook.bind(null, "request")
      }),
      mediaType: {
        previews: [],
        format: ""
      }
    };
    requestDefaults.headers["user-agent"] = options.userAgent ? `${options.userAgent} ${userAgentTrail}` : userAgentTrail;
    if (options.baseUrl) {
      requestDefaults.baseUrl = options.baseUrl;
    }
    if (options.previews) {
      requestDefaults.mediaType.previews = options.previews;
    }
    if (options.timeZone) {
      requestDefaults.headers["time-zone"] = options.timeZone;
    }
    this.request = request.defaults(requestDefaults);
    this.graphql = withCustomRequest(this.request).defaults(requestDefaults);
    this.log = createLogger(options.log);
    this.hook = hook;
    if (!options.authStrategy) {
      if (!options.auth) {
        this.auth = async () => ({
          type: "unauthenticated"
        });
      } else {
        const auth = createTokenAuth(options.auth);
        hook.wrap("request", auth.hook);
        this.auth = auth;
      }
    } else {
      const { authStrategy, ...otherOptions } = options;
      const auth = authStrategy(
        Object.assign(
          {
            request: this.request,
            log: this.log,
            // we pass the current octokit instance as well as its constructor options
            // to allow for authentication strategies that return a new octokit instance
            // that shares the same internal state as the current one. The original
            // requirement for this was the "event-octokit" authentication strategy
            // of https://github.com/probot/octokit-auth-probot.
            octokit: this,
            octokitOptions: otherOptions
          },
          options.auth
        )
      );
      hook.wrap("request", auth.hook);
      this.auth = auth;
    }
    const classConstructor = this.constructor;
    for (let i = 0; i < classConstructor.plugins.length; ++i) {
      Object.assign(this, classConstructor.plugins[i](this, options));
    }
  }
  // assigned during constructor
  request;
  graphql;
  log;
  hook;
  // TODO: type `octokit.auth` based on passed options.authStrategy
  auth;
}
;// CONCATENATED MODULE: ./build/node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/version.js
const dist_src_version_VERSION = "17.0.0";
;// CONCATENATED MODULE: ./build/node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/generated/endpoints.js
// Left out of the bundle, since it is the table of all of GitHub's operations by name, and the gate calls its three by their routes.
/* harmony default export */ const generated_endpoints = ({});
;// CONCATENATED MODULE: ./build/node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/endpoints-to-methods.js
const endpointMethodsMap = new Map();
for (const [scope, endpoints] of Object.entries(generated_endpoints)) {
  for (const [methodName, endpoint] of Object.entries(endpoints)) {
    const [route, defaults, decorations] = endpoint;
    const [method, url] = route.split(/ /);
    const endpointDefaults = Object.assign(
      {
        method,
        url
      },
      defaults
    );
    if (!endpointMethodsMap.has(scope)) {
      endpointMethodsMap.set(scope, new Map());
    }
    endpointMethodsMap.get(scope).set(methodName, {
      scope,
      methodName,
      endpointDefaults,
      decorations
    });
  }
}
const handler = {
  has({ scope }, methodName) {
    return endpointMethodsMap.get(scope).has(methodName);
  },
  getOwnPropertyDescriptor(target, methodName) {
    return {
      value: this.get(target, methodName),
      configurable: true,
      writable: true,
      enumerable: true
    };
  },
  defineProperty(target, methodName, descriptor) {
    Object.defineProperty(target.cache, methodName, descriptor);
    return true;
  },
  deleteProperty(target, methodName) {
    delete target.cache[methodName];
    return true;
  },
  ownKeys({ scope }) {
    return [...endpointMethodsMap.get(scope).keys()];
  },
  set(target, methodName, value) {
    return target.cache[methodName] = value;
  },
  get({ octokit, scope, cache }, methodName) {
    if (cache[methodName]) {
      return cache[methodName];
    }
    const method = endpointMethodsMap.get(scope).get(methodName);
    if (!method) {
      return void 0;
    }
    const { endpointDefaults, decorations } = method;
    if (decorations) {
      cache[methodName] = decorate(
        octokit,
        scope,
        methodName,
        endpointDefaults,
        decorations
      );
    } else {
      cache[methodName] = octokit.request.defaults(endpointDefaults);
    }
    return cache[methodName];
  }
};
function endpointsToMethods(octokit) {
  const newMethods = {};
  for (const scope of endpointMethodsMap.keys()) {
    newMethods[scope] = new Proxy({ octokit, scope, cache: {} }, handler);
  }
  return newMethods;
}
function decorate(octokit, scope, methodName, defaults, decorations) {
  const requestWithDefaults = octokit.request.defaults(defaults);
  function withDecorations(...args) {
    let options = requestWithDefaults.endpoint.merge(...args);
    if (decorations.mapToData) {
      options = Object.assign({}, options, {
        data: options[decorations.mapToData],
        [decorations.mapToData]: void 0
      });
      return requestWithDefaults(options);
    }
    if (decorations.renamed) {
      const [newScope, newMethodName] = decorations.renamed;
      octokit.log.warn(
        `octokit.${scope}.${methodName}() has been renamed to octokit.${newScope}.${newMethodName}()`
      );
    }
    if (decorations.deprecated) {
      octokit.log.warn(decorations.deprecated);
    }
    if (decorations.renamedParameters) {
      const options2 = requestWithDefaults.endpoint.merge(...args);
      for (const [name, alias] of Object.entries(
        decorations.renamedParameters
      )) {
        if (name in options2) {
          octokit.log.warn(
            `"${name}" parameter is deprecated for "octokit.${scope}.${methodName}()". Use "${alias}" instead`
          );
          if (!(alias in options2)) {
            options2[alias] = options2[name];
          }
          delete options2[name];
        }
      }
      return requestWithDefaults(options2);
    }
    return requestWithDefaults(...args);
  }
  return Object.assign(withDecorations, requestWithDefaults);
}
;// CONCATENATED MODULE: ./build/node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/index.js
function restEndpointMethods(octokit) {
  const api = endpointsToMethods(octokit);
  return {
    rest: api
  };
}
restEndpointMethods.VERSION = dist_src_version_VERSION;
function legacyRestEndpointMethods(octokit) {
  const api = endpointsToMethods(octokit);
  return {
    ...api,
    rest: api
  };
}
legacyRestEndpointMethods.VERSION = dist_src_version_VERSION;
;// CONCATENATED MODULE: ./build/node_modules/@octokit/plugin-paginate-rest/dist-bundle/index.js
// Left out of the bundle, since the gate asks GitHub for no list.
const paginateRest = () => ({});
;// CONCATENATED MODULE: ./build/node_modules/@actions/github/lib/utils.js
const context = new Context();
const baseUrl = getApiBaseUrl();
const defaults = {
    baseUrl,
    request: {
        agent: getProxyAgent(baseUrl),
        fetch: getProxyFetch(baseUrl)
    }
};
const GitHub = Octokit.plugin(restEndpointMethods, paginateRest).defaults(defaults);

function getOctokitOptions(token, options) {
    const opts = Object.assign({}, options || {});
    const auth = getAuthString(token, opts);
    if (auth) {
        opts.auth = auth;
    }
    const userAgent = getUserAgentWithOrchestrationId(opts.userAgent);
    if (userAgent) {
        opts.userAgent = userAgent;
    }
    return opts;
}
;// CONCATENATED MODULE: ./build/node_modules/@actions/github/lib/github.js
const github_context = new Context();
function getOctokit(token, options, ...additionalPlugins) {
    const GitHubWithPlugins = GitHub.plugin(...additionalPlugins);
    return new GitHubWithPlugins(getOctokitOptions(token, options));
}


/***/ }),

/***/ 3913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  Bp: () => (_minLength),
  Fs: () => (pipe),
  Ie: () => (custom),
  Ik: () => (object),
  KC: () => (union),
  KH: () => (iso),
  L5: () => (unknown),
  Mf: () => (_catch),
  Wh: () => (int),
  X$: () => (extend),
  YO: () => (array),
  YP: () => (refine),
  Yj: () => (string),
  _H: () => (looseObject),
  ai: () => (number),
  cl: () => (nullish),
  eu: () => (literal),
  k5: () => (_enum),
  lq: () => (optional),
  pd: () => (transform),
  yG: () => (_regex),
  zM: () => (boolean)
});
function getEnumValues(entries) {
  const numericValues = Object.values(entries).filter((v) => typeof v === "number");
  const values = Object.entries(entries)
    .filter(([k, _]) => numericValues.indexOf(+k) === -1)
    .map(([_, v]) => v);
  return values;
}
function jsonStringifyReplacer(_, value) {
  if (typeof value === "bigint")
    return value.toString();
  return value;
}
class Cached {
  constructor(getter) {
    this._getter = getter;
    this._value = undefined;
  }
  get value() {
    const getter = this._getter;
    if (getter !== undefined) {
      this._value = getter();
      this._getter = undefined;
    }
    return this._value;
  }
}
function cached(getter) {
  return new Cached(getter);
}
function nullish$1(input) {
  return input === null || input === undefined;
}
function cleanRegex(source) {
  const start = source.startsWith("^") ? 1 : 0;
  const end = source.endsWith("$") ? source.length - 1 : source.length;
  return source.slice(start, end);
}
function assignProp(target, prop, value) {
  Object.defineProperty(target, prop, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}
function rawShape(def) {
  const desc = Object.getOwnPropertyDescriptor(def, "shape");
  return desc?.get ? desc.get.raw : desc?.value;
}
function sourceShape(schema) {
  return rawShape(schema._zod.def) ?? schema._zod.def.shape;
}
function deferProp(target, key, getter) {
  Object.defineProperty(target, key, {
    get() {
      const value = getter();
      assignProp(this, key, value);
      return value;
    },
    enumerable: true,
    configurable: true,
  });
}
function putProp(target, key, value) {
  if (key in target)
    assignProp(target, key, value);
  else
    target[key] = value;
}
function mirrorShape(target, source, keys, wrap) {
  const raw = sourceShape(source);
  for (const key of keys) {
    const desc = Object.getOwnPropertyDescriptor(raw, key);
    if (!desc.enumerable)
      continue;
    if (desc.get) {
      deferProp(target, key, () => {
        const value = source._zod.def.shape[key];
        return value;
      });
    }
    else
      putProp(target, key, desc.value);
  }
}
function mirrorProps(target, source) {
  for (const key of Reflect.ownKeys(source)) {
    const desc = Object.getOwnPropertyDescriptor(source, key);
    if (!desc.enumerable)
      continue;
    if (desc.get)
      deferProp(target, key, () => source[key]);
    else
      putProp(target, key, desc.value);
  }
}
function mergeDefs(...defs) {
  const mergedDescriptors = {};
  for (const def of defs) {
    const descriptors = Object.getOwnPropertyDescriptors(def);
    Object.assign(mergedDescriptors, descriptors);
  }
  return Object.defineProperties({}, mergedDescriptors);
}
const captureStackTrace = ("captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => { });
function isObject(data) {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
function isPlainObject(o) {
  if (isObject(o) === false)
    return false;
  const ctor = o.constructor;
  if (ctor === undefined)
    return true;
  if (typeof ctor !== "function")
    return true;
  const prot = ctor.prototype;
  if (isObject(prot) === false)
    return false;
  if (Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === false) {
    return false;
  }
  return true;
}
const propertyKeyTypes = new Set(["string", "number", "symbol"]);
function escapeRegex(str) {
  return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function clone(inst, def, params) {
  const cl = new inst._zod.constr(def ?? inst._zod.def);
  if (!def || params?.parent)
    cl._zod.parent = inst;
  return cl;
}
function normalizeParams(_params) {
  const params = _params;
  if (!params)
    return {};
  if (typeof params === "string")
    return { error: () => params };
  if (params?.message !== undefined) {
    if (params?.error !== undefined)
      throw new Error("Cannot specify both `message` and `error` params");
    params.error = params.message;
  }
  delete params.message;
  if (typeof params.error === "string")
    return { ...params, error: () => params.error };
  return params;
}
function optionalKeys(shape) {
  return Object.keys(shape).filter((k) => {
    return shape[k]._zod.optin !== undefined && shape[k]._zod.optout === "optional";
  });
}

const NUMBER_FORMAT_RANGES = (() => ({
  safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  int32: [-2147483648, 2147483647],
  uint32: [0, 4294967295],
  float32: [-34028234663852886e22, 3.4028234663852886e38],
  float64: [-Number.MAX_VALUE, Number.MAX_VALUE],
}))();
function extend$1(schema, shape) {
  if (!isPlainObject(shape)) {
    throw new Error("Invalid input to extend: expected a plain object");
  }
  const checks = schema._zod.def.checks;
  const hasChecks = checks && checks.length > 0;
  if (hasChecks) {
    const existingShape = sourceShape(schema);
    for (const key of Reflect.ownKeys(shape)) {
      if (Object.getOwnPropertyDescriptor(existingShape, key) !== undefined) {
        throw new Error("Cannot overwrite keys on object schemas containing refinements. Use `.safeExtend()` instead.");
      }
    }
  }
  return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function extended(schema, shape) {
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)));
  mirrorProps(newShape, shape);
  return newShape;
}
function aborted(x, startIndex = 0) {
  if (x.aborted === true)
    return true;
  for (let i = startIndex; i < x.issues.length; i++) {
    if (x.issues[i]?.continue !== true) {
      return true;
    }
  }
  return false;
}
function explicitlyAborted(x, startIndex = 0) {
  if (x.aborted === true)
    return true;
  for (let i = startIndex; i < x.issues.length; i++) {
    if (x.issues[i]?.continue === false) {
      return true;
    }
  }
  return false;
}
function prefixIssues(path, issues) {
  return issues.map((iss) => {
    var _a;
    (_a = iss).path ?? (_a.path = []);
    iss.path.unshift(path);
    return iss;
  });
}
function unwrapMessage(message) {
  return typeof message === "string" ? message : message?.message;
}
function sizeCaps(defChecks) {
  const caps = [];
  for (const ch of defChecks ?? []) {
    const d = ch._zod.def;
    if (!/_(length|size)$|_equals$/.test(d.check))
      break;
    const max = d.maximum ?? d.length ?? d.size;
    if (max >= 0)
      caps.push([max, ch]);
  }
  return caps;
}
function attachSchema(issues, start, inst) {
  var _a;
  for (let i = start; i < issues.length; i++) {
    (_a = issues[i]).schema ?? (_a.schema = inst);
  }
}
function finalizeIssue(iss, ctx, config) {
  var _a;
  const traits = iss.inst?._zod?.traits;
  if (traits?.has("$ZodType")) {
    if (traits.has("$ZodCheck"))
      (_a = iss).schema ?? (_a.schema = iss.inst);
    else
      iss.schema = iss.inst;
  }
  const schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : undefined;
  const message = iss.message
    ? iss.message
    : (unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ??
      unwrapMessage(schemaError?.(iss)) ??
      unwrapMessage(ctx?.error?.(iss)) ??
      unwrapMessage(config.customError?.(iss)) ??
      unwrapMessage(config.localeError?.(iss)) ??
      "Invalid input");
  const full = {};
  for (const k of Object.keys(iss)) {
    if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__")
      continue;
    full[k] = iss[k];
  }
  full.path ?? (full.path = []);
  full.message = message;
  if (ctx?.reportInput) {
    full.input = iss.input;
  }
  return full;
}
const highSurrogate = /[\uD800-\uDBFF]/;
function codePointLength(str) {
  const units = str.length;
  if (!highSurrogate.test(str))
    return units;
  let count = units;
  for (let i = 0; i < units - 1; i++) {
    if ((str.charCodeAt(i) & 0xfc00) === 0xd800 && (str.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      count--;
      i++;
    }
  }
  return count;
}
function getLengthableOrigin(input) {
  if (Array.isArray(input))
    return "array";
  if (typeof input === "string")
    return "string";
  return "unknown";
}
function issue(...args) {
  const [iss, input, inst] = args;
  if (typeof iss === "string") {
    return {
      message: iss,
      code: "custom",
      input,
      inst,
    };
  }
  return { ...iss };
}
function members(proto, table) {
  for (const key in table) {
    const desc = Object.getOwnPropertyDescriptor(table, key);
    if (desc.get)
      Object.defineProperty(proto, key, { ...desc, enumerable: false });
    else
      defineBound(proto, key, desc.value);
  }
}
function own(inst, key, value, enumerable = true) {
  Object.defineProperty(inst, key, { configurable: true, writable: true, enumerable, value });
  return value;
}
function hide(inst, key, value) {
  return own(inst, key, value, false);
}
function defineBound(proto, key, fn) {
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      return this == null ? fn : own(this, key, fn.bind(this));
    },
    set(value) {
      own(this, key, value);
    },
  });
}
function claim(inst, sentinel) {
  const proto = Object.getPrototypeOf(inst);
  return sentinel in proto ? undefined : proto;
}
let installing;
let broke = false;
const breaker = {
  configurable: true,
  get() {
    broke = true;
    return undefined;
  },
};
function defineLazyInternal(inst, key, compute) {
  const proto = Object.getPrototypeOf(inst._zod);
  if (key in proto && installing !== inst._zod) {
    installing = undefined;
    return;
  }
  installing = inst._zod;
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      Object.defineProperty(this, key, breaker);
      const outer = broke;
      broke = false;
      try {
        const value = compute(this);
        if (broke)
          delete this[key];
        else
          Object.defineProperty(this, key, { configurable: true, writable: true, value });
        broke = broke || outer;
        return value;
      }
      catch (err) {
        delete this[key];
        broke = broke || outer;
        throw err;
      }
    },
    set(value) {
      Object.defineProperty(this, key, { configurable: true, writable: true, value });
    },
  });
}
function installLazyProp(inst, key, make, enumerable) {
  const proto = claim(inst, key);
  if (!proto)
    return;
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      const desc = { configurable: true, writable: true, enumerable, value: undefined };
      Object.defineProperty(this, key, desc);
      desc.value = make(this);
      Object.defineProperty(this, key, desc);
      return desc.value;
    },
    set(value) {
      Object.defineProperty(this, key, { configurable: true, writable: true, enumerable, value });
    },
  });
}
const CONSTANT_CATCH = "~constantCatch";
function constantCatch(value) {
  const fn = () => value;
  fn[CONSTANT_CATCH] = true;
  return fn;
}

var _a$1;
const _zodDesc = { value: undefined, enumerable: false };
let _E = "captureStackTrace" in Error ? Error : null;
function newError(Definition) {
  const E = _E;
  if (E) {
    const saved = E.stackTraceLimit;
    if (typeof saved === "number") {
      try {
        E.stackTraceLimit = 0;
      }
      catch {
        _E = null;
        return new Definition();
      }
      try {
        return new Definition();
      }
      finally {
        E.stackTraceLimit = saved;
      }
    }
  }
  return new Definition();
}
function $constructor(name, initializer, 
proto, params) {
  const zodProto = {};
  function Internals(def) {
    this.def = def;
    this.constr = _;
    this.traits = new Set();
  }
  Internals.prototype = zodProto;
  const protoMembers = proto;
  const initialized = protoMembers && new WeakSet();
  function init(inst, def) {
    if (!inst._zod) {
      _zodDesc.value = new Internals(def);
      try {
        Object.defineProperty(inst, "_zod", _zodDesc);
      }
      finally {
        _zodDesc.value = undefined;
      }
    }
    else if (inst._zod.traits.has(name)) {
      return;
    }
    inst._zod.traits.add(name);
    initializer(inst, def);
    if (initialized) {
      const own = Object.getPrototypeOf(inst);
      const ctorProto = inst._zod.constr.prototype;
      let up = own;
      while (up && up !== ctorProto)
        up = Object.getPrototypeOf(up);
      const target = up ?? own;
      if (!initialized.has(target)) {
        initialized.add(target);
        members(target, protoMembers);
      }
    }
    const proto = _.prototype;
    for (const k in proto) {
      if (!Object.prototype.hasOwnProperty.call(proto, k))
        continue;
      if (!(k in inst)) {
        inst[k] = proto[k].bind(inst);
      }
    }
  }
  const Parent = params?.Parent ?? Object;
  class Definition extends Parent {
  }
  Object.defineProperty(Definition, "name", { value: name });
  function _(def) {
    const inst = params?.Parent ? newError(Definition) : this;
    init(inst, def);
    const deferred = inst._zod.deferred;
    if (deferred) {
      for (const fn of deferred) {
        fn();
      }
      inst._zod.deferred = undefined;
    }
    const pp = globalThis.__zod_globalConfig?.postProcessor;
    if (pp)
      pp(inst);
    return inst;
  }
  Object.defineProperty(_, "init", { value: init });
  Object.defineProperty(_, Symbol.hasInstance, {
    value: (inst) => {
      if (params?.Parent && inst instanceof params.Parent)
        return true;
      return inst?._zod?.traits?.has(name);
    },
  });
  Object.defineProperty(_, "name", { value: name });
  return _;
}
class $ZodAsyncError extends Error {
  constructor() {
    super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
  }
}
class $ZodEncodeError extends Error {
  constructor(name) {
    super(`Encountered unidirectional transform during encode: ${name}`);
    this.name = "ZodEncodeError";
  }
}
(_a$1 = globalThis).__zod_globalConfig ?? (_a$1.__zod_globalConfig = {});
const globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
  return globalConfig;
}

function _getMessage() {
  const internals = this._zod;
  internals.message ?? (internals.message = JSON.stringify(internals.def, jsonStringifyReplacer, 2));
  return internals.message;
}
function _setMessage(value) {
  this._zod.message = value;
}
const _messageDesc = {
  get: _getMessage,
  set: _setMessage,
  enumerable: true,
  configurable: true,
};
const _issuesDesc = { value: undefined, enumerable: false };
const _installedToString = new WeakSet([Object.prototype, Error.prototype]);
const initializer = (inst, def) => {
  inst.name = "$ZodError";
  _issuesDesc.value = def;
  Object.defineProperty(inst, "issues", _issuesDesc);
  _issuesDesc.value = undefined;
  Object.defineProperty(inst, "message", _messageDesc);
  const proto = Object.getPrototypeOf(inst);
  if (!_installedToString.has(proto)) {
    _installedToString.add(proto);
    Object.defineProperty(proto, "toString", {
      configurable: true,
      enumerable: false,
      get() {
        const value = () => this.message;
        Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
        return value;
      },
      set(value) {
        Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
      },
    });
  }
};
const $ZodRealError = $constructor("$ZodError", initializer, undefined, {
  Parent: Error,
});

const _parse = (_Err) => {
  const fn = (schema, value, _ctx, _params) => {
    const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
    const result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise) {
      throw new $ZodAsyncError();
    }
    if (result.issues.length) {
      const e = new (_params?.Err ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
      captureStackTrace(e, _params?.callee ?? fn);
      throw e;
    }
    return result.value;
  };
  return fn;
};
const parse = _parse($ZodRealError);
const _parseAsync = (_Err) => {
  const fn = async (schema, value, _ctx, params) => {
    const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
    let result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise)
      result = await result;
    if (result.issues.length) {
      const e = new (params?.Err ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
      captureStackTrace(e, params?.callee ?? fn);
      throw e;
    }
    return result.value;
  };
  return fn;
};
const parseAsync = _parseAsync($ZodRealError);
const _safeParse = (_Err) => (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
  const result = schema._zod.run({ value, issues: [] }, ctx);
  if (result instanceof Promise) {
    throw new $ZodAsyncError();
  }
  return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
};
const safeParse = _safeParse($ZodRealError);
function failure(Err, issues, ctx) {
  let error;
  return {
    success: false,
    get error() {
      if (!error) {
        error = new Err(issues.map((iss) => finalizeIssue(iss, ctx, config())));
        issues = undefined;
        ctx = undefined;
      }
      return error;
    },
    set error(e) {
      error = e;
      issues = undefined;
      ctx = undefined;
    },
  };
}
const _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
  let result = schema._zod.run({ value, issues: [] }, ctx);
  if (result instanceof Promise)
    result = await result;
  return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
};
const safeParseAsync = _safeParseAsync($ZodRealError);

const duration$1 = /^P(?:(\d+W)|(?!.*W)(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)$/;
const dateSource = `(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))`;

function anchor(source) {
  return new RegExp(`^${source}$`);
}
const date$1 = anchor(dateSource);
function timeSource(args) {
  const hhmm = `(?:[01]\\d|2[0-3]):[0-5]\\d`;
  const regex = typeof args.precision === "number"
    ? args.precision === -1
      ? `${hhmm}`
      : args.precision === 0
        ? `${hhmm}:[0-5]\\d`
        : `${hhmm}:[0-5]\\d\\.\\d{${args.precision}}`
    : args.seconds
      ? `${hhmm}:[0-5]\\d(?:\\.\\d+)?`
      : `${hhmm}(?::[0-5]\\d(?:\\.\\d+)?)?`;
  return regex;
}
function time$1(args) {
  return new RegExp(`^${timeSource(args)}$`);
}
function datetime$1(args) {
  const opts = ["Z"];
  if (args.offset)
    opts.push(`([+-](?:[01]\\d|2[0-3]):[0-5]\\d)`);
  const qualified = `${timeSource({ precision: args.precision, seconds: true })}(?:${opts.join("|")})`;
  const timeRegex = args.local ? `${qualified}|${timeSource({ precision: args.precision })}` : qualified;
  return new RegExp(`^${dateSource}T(?:${timeRegex})$`);
}
const anyString = /^[\s\S]{0,}$/;
const number$1 = /^-?\d+(?:\.\d+)?$/;
const boolean$1 = /^(?:true|false)$/i;

const $ZodCheck = $constructor("$ZodCheck", (inst, def) => {
  var _a;
  inst._zod ?? (inst._zod = {});
  inst._zod.def = def;
  (_a = inst._zod).onattach ?? (_a.onattach = []);
});
const _whenHasLength = (payload) => {
  const val = payload.value;
  return !nullish$1(val) && val.length !== undefined;
};
const $ZodCheckNumberFormat = $constructor("$ZodCheckNumberFormat", (inst, def) => {
  $ZodCheck.init(inst, def);
  def.format = def.format || "float64";
  const isInt = def.format?.includes("int");
  const origin = isInt ? "int" : "number";
  const [minimum, maximum] = NUMBER_FORMAT_RANGES[def.format];
  inst._zod.check = (payload) => {
    const input = payload.value;
    if (isInt) {
      if (!Number.isInteger(input)) {
        payload.issues.push({
          expected: origin,
          format: def.format,
          code: "invalid_type",
          continue: false,
          input,
          inst,
        });
        return;
      }
      if (!Number.isSafeInteger(input)) {
        if (input > 0) {
          payload.issues.push({
            input,
            code: "too_big",
            maximum: Number.MAX_SAFE_INTEGER,
            note: "Integers must be within the safe integer range.",
            inst,
            origin,
            inclusive: true,
            continue: !def.abort,
          });
        }
        else {
          payload.issues.push({
            input,
            code: "too_small",
            minimum: Number.MIN_SAFE_INTEGER,
            note: "Integers must be within the safe integer range.",
            inst,
            origin,
            inclusive: true,
            continue: !def.abort,
          });
        }
        return;
      }
    }
    if (input < minimum) {
      payload.issues.push({
        origin: "number",
        input,
        code: "too_small",
        minimum,
        inclusive: true,
        inst,
        continue: !def.abort,
      });
    }
    if (input > maximum) {
      payload.issues.push({
        origin: "number",
        input,
        code: "too_big",
        maximum,
        inclusive: true,
        inst,
        continue: !def.abort,
      });
    }
  };
});
const $ZodCheckMinLength = $constructor("$ZodCheckMinLength", (inst, def) => {
  var _a;
  $ZodCheck.init(inst, def);
  (_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
  inst._zod.check = (payload) => {
    const input = payload.value;
    const units = input.length;
    const length = typeof input === "string" && units >= def.minimum && units < def.minimum * 2
      ? codePointLength(input)
      : units;
    if (length >= def.minimum)
      return;
    const origin = getLengthableOrigin(input);
    payload.issues.push({
      origin,
      code: "too_small",
      minimum: def.minimum,
      inclusive: true,
      input,
      inst,
      continue: !def.abort,
    });
  };
});
const $ZodCheckStringFormat = $constructor("$ZodCheckStringFormat", (inst, def) => {
  var _a, _b;
  $ZodCheck.init(inst, def);
  if (def.pattern)
    (_a = inst._zod).check ?? (_a.check = (payload) => {
      def.pattern.lastIndex = 0;
      if (def.pattern.test(payload.value))
        return;
      payload.issues.push({
        origin: "string",
        code: "invalid_format",
        format: def.format,
        input: payload.value,
        ...(def.pattern ? { pattern: def.pattern.toString() } : {}),
        inst,
        continue: !def.abort,
      });
    });
  else
    (_b = inst._zod).check ?? (_b.check = () => { });
});
const $ZodCheckRegex = $constructor("$ZodCheckRegex", (inst, def) => {
  $ZodCheckStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    def.pattern.lastIndex = 0;
    if (def.pattern.test(payload.value))
      return;
    payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "regex",
      input: payload.value,
      pattern: def.pattern.toString(),
      inst,
      continue: !def.abort,
    });
  };
});

const version = {
  major: 4,
  minor: 6,
  patch: 7,
};

const $ZodType = $constructor("$ZodType", (inst, def) => {
  var _a;
  inst ?? (inst = {});
  inst._zod.def = def;
  inst._zod.bag = inst._zod.bag || {};
  inst._zod.version = version;
  const defChecks = inst._zod.def.checks;
  const checks = inst._zod.traits.has("$ZodCheck")
    ? [inst, ...(defChecks ?? [])]
    : defChecks?.length
      ? [...defChecks]
      : [];
  for (const ch of checks) {
    for (const fn of ch._zod.onattach) {
      fn(inst);
    }
  }
  if (checks.length === 0) {
    (_a = inst._zod).deferred ?? (_a.deferred = []);
    inst._zod.deferred?.push(() => {
      inst._zod.run = inst._zod.parse;
    });
  }
  else {
    const runChecks = (payload, checks, ctx) => {
      if (payload.memo)
        return payload;
      let isAborted = aborted(payload);
      let asyncResult;
      for (const ch of checks) {
        if (ch._zod.def.when) {
          if (explicitlyAborted(payload))
            continue;
          const shouldRun = ch._zod.def.when(payload);
          if (!shouldRun)
            continue;
        }
        else if (isAborted) {
          continue;
        }
        const currLen = payload.issues.length;
        const _ = ch._zod.check(payload);
        if (_ instanceof Promise && ctx?.async === false) {
          throw new $ZodAsyncError();
        }
        if (asyncResult || _ instanceof Promise) {
          asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
            await _;
            const nextLen = payload.issues.length;
            if (nextLen === currLen)
              return;
            attachSchema(payload.issues, currLen, inst);
            if (!isAborted)
              isAborted = aborted(payload, currLen);
          });
        }
        else {
          const nextLen = payload.issues.length;
          if (nextLen === currLen)
            continue;
          attachSchema(payload.issues, currLen, inst);
          if (!isAborted)
            isAborted = aborted(payload, currLen);
        }
      }
      if (asyncResult) {
        return asyncResult.then(() => {
          return payload;
        });
      }
      return payload;
    };
    const handleCanaryResult = (canary, payload, ctx) => {
      if (aborted(canary)) {
        canary.aborted = true;
        return canary;
      }
      const checkResult = runChecks(payload, checks, ctx);
      if (checkResult instanceof Promise) {
        if (ctx.async === false)
          throw new $ZodAsyncError();
        return checkResult.then((checkResult) => inst._zod.parse(checkResult, ctx));
      }
      return inst._zod.parse(checkResult, ctx);
    };
    inst._zod.run = (payload, ctx) => {
      if (ctx.skipChecks) {
        return inst._zod.parse(payload, ctx);
      }
      if (ctx.direction === "backward") {
        const canary = inst._zod.parse({ value: payload.value, issues: [] }, { ...ctx, skipChecks: true });
        if (canary instanceof Promise) {
          return canary.then((canary) => {
            return handleCanaryResult(canary, payload, ctx);
          });
        }
        return handleCanaryResult(canary, payload, ctx);
      }
      const result = inst._zod.parse(payload, ctx);
      if (result instanceof Promise) {
        if (ctx.async === false)
          throw new $ZodAsyncError();
        return result.then((result) => runChecks(result, checks, ctx));
      }
      return runChecks(result, checks, ctx);
    };
  }
}, {
  get "~standard"() {
    return hide(this, "~standard", standardProps(this));
  },
  set "~standard"(value) {
    own(this, "~standard", value);
  },
});
const toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => finalizeIssue(iss, ctx, config())) } : { value: r.value };
async function validateAsync(inst, value) {
  const ctx = { async: true };
  return toStandardResult((await inst._zod.run({ value, issues: [] }, ctx)), ctx);
}
function standardProps(inst) {
  return {
    validate: (value) => {
      const ctx = { async: false };
      try {
        const r = inst._zod.run({ value, issues: [] }, ctx);
        if (!(r instanceof Promise))
          return toStandardResult(r, ctx);
      }
      catch (_) { }
      return validateAsync(inst, value);
    },
    vendor: "zod",
    version: 1,
  };
}
const $ZodString = $constructor("$ZodString", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = def.pattern ?? anyString;
  inst._zod.parse = (payload, _) => {
    if (def.coerce)
      try {
        payload.value = String(payload.value);
      }
      catch (_) { }
    if (typeof payload.value === "string")
      return payload;
    payload.issues.push({
      expected: "string",
      code: "invalid_type",
      input: payload.value,
      inst,
    });
    return payload;
  };
});
const $ZodStringFormat = $constructor("$ZodStringFormat", (inst, def) => {
  $ZodCheckStringFormat.init(inst, def);
  $ZodString.init(inst, def);
});
const $ZodISODateTime = $constructor("$ZodISODateTime", (inst, def) => {
  def.pattern ?? (def.pattern = datetime$1(def));
  $ZodStringFormat.init(inst, def);
});
const $ZodISODate = $constructor("$ZodISODate", (inst, def) => {
  def.pattern ?? (def.pattern = date$1);
  $ZodStringFormat.init(inst, def);
});
const $ZodISOTime = $constructor("$ZodISOTime", (inst, def) => {
  def.pattern ?? (def.pattern = time$1(def));
  $ZodStringFormat.init(inst, def);
});
const $ZodISODuration = $constructor("$ZodISODuration", (inst, def) => {
  def.pattern ?? (def.pattern = duration$1);
  $ZodStringFormat.init(inst, def);
});
const $ZodNumber = $constructor("$ZodNumber", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = number$1;
  inst._zod.parse = (payload, _ctx) => {
    if (def.coerce)
      try {
        payload.value = Number(payload.value);
      }
      catch (_) { }
    const input = payload.value;
    if (typeof input === "number" && !Number.isNaN(input) && Number.isFinite(input)) {
      return payload;
    }
    const received = typeof input === "number"
      ? Number.isNaN(input)
        ? "NaN"
        : !Number.isFinite(input)
          ? String(input)
          : undefined
      : undefined;
    payload.issues.push({
      expected: "number",
      code: "invalid_type",
      input,
      inst,
      ...(received ? { received } : {}),
    });
    return payload;
  };
});
const $ZodNumberFormat = $constructor("$ZodNumberFormat", (inst, def) => {
  $ZodCheckNumberFormat.init(inst, def);
  $ZodNumber.init(inst, def);
});
const $ZodBoolean = $constructor("$ZodBoolean", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = boolean$1;
  inst._zod.parse = (payload, _ctx) => {
    if (def.coerce)
      try {
        payload.value = Boolean(payload.value);
      }
      catch (_) { }
    const input = payload.value;
    if (typeof input === "boolean")
      return payload;
    payload.issues.push({
      expected: "boolean",
      code: "invalid_type",
      input,
      inst,
    });
    return payload;
  };
});
const $ZodUnknown = $constructor("$ZodUnknown", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.parse = (payload) => payload;
});
function capSize(inst, size) {
  const caps = sizeCaps(inst._zod.def.checks);
  if (!caps.length)
    return;
  const cap = Math.min(...caps.map((c) => c[0]));
  const parse = inst._zod.parse;
  inst._zod.parse = (payload, ctx) => {
    const n = size(payload.value);
    if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
      for (const [max, ch] of sizeCaps(inst._zod.def.checks)) {
        if (n > max && ch._zod.def.when(payload)) {
          const start = payload.issues.length;
          ch._zod.check(payload);
          payload.issues[start].continue = false;
          attachSchema(payload.issues, start, inst);
          return payload;
        }
      }
    }
    return parse(payload, ctx);
  };
}
const arraySize = (input) => (Array.isArray(input) ? input.length : -1);
function handleArrayResult(result, final, index) {
  if (result.issues.length) {
    final.issues.push(...prefixIssues(index, result.issues));
  }
  final.value[index] = result.value;
}
const $ZodArray = $constructor("$ZodArray", (inst, def) => {
  $ZodType.init(inst, def);
  const memo = globalConfig.memoizer;
  memo?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    if (!Array.isArray(input)) {
      payload.issues.push({
        expected: "array",
        code: "invalid_type",
        input,
        inst,
      });
      return payload;
    }
    payload.value = memo ? memo.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
    const proms = [];
    const abortEarly = ctx?.abortEarly;
    for (let i = 0; i < input.length; i++) {
      const item = input[i];
      const result = def.element._zod.run({
        value: item,
        issues: [],
      }, ctx);
      if (result instanceof Promise) {
        proms.push(result.then((result) => handleArrayResult(result, payload, i)));
      }
      else {
        handleArrayResult(result, payload, i);
        if (abortEarly && result.issues.length !== 0 && aborted(result))
          break;
      }
    }
    if (proms.length) {
      return Promise.all(proms).then(() => payload);
    }
    return payload;
  };
  capSize(inst, arraySize);
});
function handlePropertyResult(result, final, key, input, optin, optout) {
  const isPresent = key in input;
  const isOptionalOut = optout === "optional";
  if (!isPresent && isOptionalOut && optin === "optional") {
    return;
  }
  if (result.issues.length) {
    if (optin !== undefined && isOptionalOut && !isPresent) {
      return;
    }
    final.issues.push(...prefixIssues(key, result.issues));
  }
  if (!isPresent && optin === undefined) {
    if (!result.issues.length) {
      final.issues.push({
        code: "invalid_type",
        expected: "nonoptional",
        input: undefined,
        path: [key],
      });
    }
    return;
  }
  if (result.value === undefined) {
    if (isPresent || (optin === "defaulted" && !isOptionalOut)) {
      final.value[key] = undefined;
    }
  }
  else {
    final.value[key] = result.value;
  }
}
const NO_SYMBOL_KEYS = [];
function normalizeDef(def) {
  const keys = Object.keys(def.shape);
  const ownSymbols = Object.getOwnPropertySymbols(def.shape);
  const symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
  const allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
  for (const k of allKeys) {
    if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) {
      throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
    }
  }
  const okeys = optionalKeys(def.shape);
  return {
    ...def,
    allKeys,
    symbolKeys,
    keySet: new Set(keys),
    numKeys: keys.length,
    optionalKeys: new Set(okeys),
  };
}
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
  const unrecognized = [];
  const keySet = def.keySet;
  const _catchall = def.catchall._zod;
  const t = _catchall.def.type;
  const optin = _catchall.optin;
  const optout = _catchall.optout;
  let seen = 0;
  for (const key in input) {
    if (abortEarly && payload.issues.length !== seen) {
      if (aborted(payload, seen))
        break;
      seen = payload.issues.length;
    }
    if (keySet.has(key))
      continue;
    if (key === "__proto__") {
      if (t === "never")
        unrecognized.push(key);
      continue;
    }
    if (t === "never") {
      unrecognized.push(key);
      continue;
    }
    const r = _catchall.run({ value: input[key], issues: [] }, ctx);
    if (r instanceof Promise) {
      proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
    }
    else {
      handlePropertyResult(r, payload, key, input, optin, optout);
    }
  }
  if (unrecognized.length) {
    payload.issues.push({
      code: "unrecognized_keys",
      keys: unrecognized,
      input,
      inst,
      continue: true,
    });
  }
  if (!proms.length)
    return payload;
  return Promise.all(proms).then(() => {
    return payload;
  });
}
const $ZodObject = $constructor("$ZodObject", (inst, def) => {
  $ZodType.init(inst, def);
  const desc = Object.getOwnPropertyDescriptor(def, "shape");
  const sh = desc?.get ? desc.get.raw : (def.shape ?? {});
  if (sh) {
    const get = () => {
      const newSh = { ...sh };
      Object.defineProperty(def, "shape", { value: newSh });
      get.raw = newSh;
      return newSh;
    };
    get.raw = sh;
    Object.defineProperty(def, "shape", { get });
  }
  const _normalized = cached(() => normalizeDef(def));
  defineLazyInternal(inst, "propValues", (zod) => {
    const shape = zod.def.shape;
    const propValues = {};
    for (const key in shape) {
      const field = shape[key]._zod;
      if (field.values) {
        if (!Object.prototype.hasOwnProperty.call(propValues, key)) {
          assignProp(propValues, key, new Set());
        }
        for (const v of field.values)
          propValues[key].add(v);
        if (field.optin !== undefined)
          propValues[key].add(undefined);
      }
    }
    return propValues;
  });
  const isObject$1 = isObject;
  const catchall = def.catchall;
  let value;
  const memo = globalConfig.memoizer;
  memo?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    value ?? (value = _normalized.value);
    const input = payload.value;
    if (!isObject$1(input)) {
      payload.issues.push({
        expected: "object",
        code: "invalid_type",
        input,
        inst,
      });
      return payload;
    }
    payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
    const proms = [];
    const shape = value.shape;
    const abortEarly = ctx?.abortEarly;
    let seen = payload.issues.length;
    for (const key of value.allKeys) {
      if (abortEarly && payload.issues.length !== seen) {
        if (aborted(payload, seen))
          break;
        seen = payload.issues.length;
      }
      if (key === "__proto__")
        continue;
      const el = shape[key];
      const optin = el._zod.optin;
      const optout = el._zod.optout;
      const r = el._zod.run({ value: input[key], issues: [] }, ctx);
      if (r instanceof Promise) {
        proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
      }
      else {
        handlePropertyResult(r, payload, key, input, optin, optout);
      }
    }
    if (!catchall) {
      return proms.length ? Promise.all(proms).then(() => payload) : payload;
    }
    return handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === true);
  };
});
function handleUnionResults(results, final, inst, ctx) {
  for (const result of results) {
    if (result.issues.length === 0) {
      final.value = result.value;
      return final;
    }
  }
  const nonaborted = results.filter((r) => !aborted(r));
  if (nonaborted.length === 1) {
    final.value = nonaborted[0].value;
    return nonaborted[0];
  }
  final.issues.push({
    code: "invalid_union",
    input: final.value,
    inst,
    errors: results.map((result) => result.issues.map((iss) => finalizeIssue(iss, ctx, config()))),
  });
  return final;
}
const $ZodUnion = $constructor("$ZodUnion", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted")
    ? "defaulted"
    : zod.def.options.some((o) => o._zod.optin !== undefined)
      ? "optional"
      : undefined);
  defineLazyInternal(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : undefined);
  defineLazyInternal(inst, "values", (zod) => {
    if (zod.def.options.every((o) => o._zod.values)) {
      return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
    }
    return undefined;
  });
  defineLazyInternal(inst, "pattern", (zod) => {
    if (zod.def.options.every((o) => o._zod.pattern)) {
      const patterns = zod.def.options.map((o) => o._zod.pattern);
      return new RegExp(`^(${patterns.map((p) => cleanRegex(p.source)).join("|")})$`);
    }
    return undefined;
  });
  const first = def.options.length === 1 ? def.options[0]._zod.run : null;
  inst._zod.parse = (payload, ctx) => {
    if (first) {
      return first(payload, ctx);
    }
    let async = false;
    const results = [];
    for (const option of def.options) {
      const result = option._zod.run({
        value: payload.value,
        issues: [],
      }, ctx);
      if (result instanceof Promise) {
        results.push(result);
        async = true;
      }
      else {
        if (result.issues.length === 0)
          return result;
        results.push(result);
      }
    }
    if (!async)
      return handleUnionResults(results, payload, inst, ctx);
    return Promise.all(results).then((results) => {
      return handleUnionResults(results, payload, inst, ctx);
    });
  };
});
const $ZodEnum = $constructor("$ZodEnum", (inst, def) => {
  $ZodType.init(inst, def);
  const values = getEnumValues(def.entries);
  const valuesSet = new Set(values);
  inst._zod.values = valuesSet;
  defineLazyInternal(inst, "pattern", (zod) => {
    const patternValues = getEnumValues(zod.def.entries).filter((k) => propertyKeyTypes.has(typeof k));
    return new RegExp(patternValues.length ? `^(${patternValues.map((o) => escapeRegex(o.toString())).join("|")})$` : "^[^\\s\\S]$");
  });
  inst._zod.parse = (payload, _ctx) => {
    const input = payload.value;
    if (valuesSet.has(input)) {
      return payload;
    }
    payload.issues.push({
      code: "invalid_value",
      values,
      input,
      inst,
    });
    return payload;
  };
});
const $ZodLiteral = $constructor("$ZodLiteral", (inst, def) => {
  $ZodType.init(inst, def);
  const values = new Set(def.values);
  inst._zod.values = values;
  defineLazyInternal(inst, "pattern", (zod) => {
    const vals = zod.def.values;
    return new RegExp(vals.length
      ? `^(${vals
        .map((o) => typeof o === "string" ? escapeRegex(o) : o ? escapeRegex(o.toString()) : String(o))
        .join("|")})$`
      : "^[^\\s\\S]$");
  });
  inst._zod.parse = (payload, _ctx) => {
    const input = payload.value;
    if (values.has(input)) {
      return payload;
    }
    payload.issues.push({
      code: "invalid_value",
      values: def.values,
      input,
      inst,
    });
    return payload;
  };
});
const $ZodTransform = $constructor("$ZodTransform", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.optin = "optional";
  globalConfig.memoizer?.guard(inst);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      throw new $ZodEncodeError(inst.constructor.name);
    }
    const _out = def.transform(payload.value, payload);
    if (ctx.async) {
      const output = _out instanceof Promise ? _out : Promise.resolve(_out);
      return output.then((output) => {
        payload.value = output;
        return payload;
      });
    }
    if (_out instanceof Promise) {
      throw new $ZodAsyncError();
    }
    payload.value = _out;
    return payload;
  };
});
function handleOptionalResult(payload, result) {
  payload.value = result.issues.length ? undefined : result.value;
  return payload;
}
const $ZodOptional = $constructor("$ZodOptional", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
  inst._zod.optout = "optional";
  defineLazyInternal(inst, "values", (zod) => {
    const values = zod.def.innerType._zod.values;
    return values ? new Set([...values, undefined]) : undefined;
  });
  defineLazyInternal(inst, "pattern", (zod) => {
    const pattern = zod.def.innerType._zod.pattern;
    return pattern ? new RegExp(`^(${cleanRegex(pattern.source)})?$`) : undefined;
  });
  inst._zod.parse = (payload, ctx) => {
    if (payload.value === undefined) {
      if (def.innerType._zod.optin !== "defaulted")
        return payload;
      const result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
      if (result instanceof Promise)
        return result.then((result) => handleOptionalResult(payload, result));
      return handleOptionalResult(payload, result);
    }
    return def.innerType._zod.run(payload, ctx);
  };
});
const $ZodNullable = $constructor("$ZodNullable", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin);
  defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
  defineLazyInternal(inst, "pattern", (zod) => {
    const pattern = zod.def.innerType._zod.pattern;
    return pattern ? new RegExp(`^(${cleanRegex(pattern.source)}|null)$`) : undefined;
  });
  defineLazyInternal(inst, "values", (zod) => {
    return zod.def.innerType._zod.values ? new Set([...zod.def.innerType._zod.values, null]) : undefined;
  });
  inst._zod.parse = (payload, ctx) => {
    if (payload.value === null)
      return payload;
    return def.innerType._zod.run(payload, ctx);
  };
});
function handleCatchResult(payload, result, def, ctx) {
  if (!result.issues.length) {
    payload.value = result.value;
    if (result.memo)
      payload.memo = true;
    return payload;
  }
  payload.value = def.catchValue({
    ...result,
    value: payload.value,
    error: {
      issues: result.issues.map((iss) => finalizeIssue(iss, ctx, config())),
    },
    input: payload.value,
  });
  return payload;
}
const $ZodCatch = $constructor("$ZodCatch", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
  defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      return def.innerType._zod.run(payload, ctx);
    }
    const result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
    if (result instanceof Promise) {
      return result.then((result) => handleCatchResult(payload, result, def, ctx));
    }
    return handleCatchResult(payload, result, def, ctx);
  };
});
const $ZodPipe = $constructor("$ZodPipe", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "values", (zod) => zod.def.in._zod.values);
  defineLazyInternal(inst, "optin", (zod) => zod.def.in._zod.optin);
  defineLazyInternal(inst, "optout", (zod) => zod.def.out._zod.optout);
  defineLazyInternal(inst, "propValues", (zod) => zod.def.in._zod.propValues);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      const right = def.out._zod.run(payload, ctx);
      if (right instanceof Promise) {
        return right.then((right) => handlePipeResult(right, def.in, ctx));
      }
      return handlePipeResult(right, def.in, ctx);
    }
    const left = def.in._zod.run(payload, ctx);
    if (left instanceof Promise) {
      return left.then((left) => handlePipeResult(left, def.out, ctx));
    }
    return handlePipeResult(left, def.out, ctx);
  };
});
function handlePipeResult(left, next, ctx) {
  if (left.issues.some((iss) => iss.code !== "unrecognized_keys")) {
    left.aborted = true;
    return left;
  }
  return next._zod.run({ value: left.value, issues: left.issues }, ctx);
}
const $ZodCustom = $constructor("$ZodCustom", (inst, def) => {
  $ZodCheck.init(inst, def);
  $ZodType.init(inst, def);
  inst._zod.parse = (payload, _) => {
    return payload;
  };
  inst._zod.check = (payload) => {
    const input = payload.value;
    const r = def.fn(input);
    if (r instanceof Promise) {
      return r.then((r) => handleRefineResult(r, payload, input, inst));
    }
    handleRefineResult(r, payload, input, inst);
    return;
  };
});
function handleRefineResult(result, payload, input, inst) {
  if (!result) {
    const _iss = {
      code: "custom",
      input,
      inst,
      path: [...(inst._zod.def.path ?? [])],
      continue: !inst._zod.def.abort,
    };
    if (inst._zod.def.params)
      _iss.params = inst._zod.def.params;
    payload.issues.push(issue(_iss));
  }
}

var _a;
class $ZodRegistry {
  constructor() {
    this._map = new WeakMap();
    this._idmap = new Map();
  }
  add(schema, ..._meta) {
    const meta = _meta[0];
    this._map.set(schema, meta);
    if (meta && typeof meta === "object" && "id" in meta) {
      this._idmap.set(meta.id, schema);
    }
    return this;
  }
  clear() {
    this._map = new WeakMap();
    this._idmap = new Map();
    return this;
  }
  remove(schema) {
    const meta = this._map.get(schema);
    if (meta && typeof meta === "object" && "id" in meta) {
      this._idmap.delete(meta.id);
    }
    this._map.delete(schema);
    return this;
  }
  get(schema) {
    const p = schema._zod.parent;
    if (p) {
      const pm = { ...(this.get(p) ?? {}) };
      delete pm.id;
      const f = { ...pm, ...this._map.get(schema) };
      return Object.keys(f).length ? f : undefined;
    }
    return this._map.get(schema);
  }
  has(schema) {
    return this._map.has(schema);
  }
}
function registry() {
  return new $ZodRegistry();
}
(_a = globalThis).__zod_globalRegistry ?? (_a.__zod_globalRegistry = registry());

function snapshotChecks(def) {
  if (def.checks)
    def.checks = [...def.checks];
  return def;
}
function _string(Class, params) {
  return new Class(snapshotChecks({ type: "string", ...normalizeParams(params) }));
}
function _isoDateTime(Class, params) {
  return new Class({
    type: "string",
    format: "datetime",
    check: "string_format",
    offset: false,
    local: false,
    precision: null,
    ...normalizeParams(params),
  });
}
function _isoDate(Class, params) {
  return new Class({
    type: "string",
    format: "date",
    check: "string_format",
    ...normalizeParams(params),
  });
}
function _isoTime(Class, params) {
  return new Class({
    type: "string",
    format: "time",
    check: "string_format",
    precision: null,
    ...normalizeParams(params),
  });
}
function _isoDuration(Class, params) {
  return new Class({
    type: "string",
    format: "duration",
    check: "string_format",
    ...normalizeParams(params),
  });
}
function _number(Class, params) {
  return new Class(snapshotChecks({ type: "number", checks: [], ...normalizeParams(params) }));
}
function _int(Class, params) {
  return new Class({
    type: "number",
    check: "number_format",
    abort: false,
    format: "safeint",
    ...normalizeParams(params),
  });
}
function _boolean(Class, params) {
  return new Class({
    type: "boolean",
    ...normalizeParams(params),
  });
}
function _unknown(Class) {
  return new Class({
    type: "unknown",
  });
}
function _minLength(minimum, params) {
  return new $ZodCheckMinLength({
    check: "min_length",
    ...normalizeParams(params),
    minimum,
  });
}
function _regex(pattern, params) {
  return new $ZodCheckRegex({
    check: "string_format",
    format: "regex",
    ...normalizeParams(params),
    pattern,
  });
}
function _custom(Class, fn, _params) {
  const norm = normalizeParams(_params);
  norm.abort ?? (norm.abort = true);
  const schema = new Class({
    type: "custom",
    check: "custom",
    fn: fn,
    ...norm,
  });
  return schema;
}
function _refine(Class, fn, _params) {
  const schema = new Class({
    type: "custom",
    check: "custom",
    fn: fn,
    ...normalizeParams(_params),
  });
  return schema;
}

const ZodMiniType = $constructor("ZodMiniType", (inst, def) => {
  if (!inst._zod)
    throw new Error("Uninitialized schema in ZodMiniType.");
  $ZodType.init(inst, def);
  inst.def = def;
  inst.type = def.type;
}, {
  get with() {
    return this.check;
  },
  set with(value) {
    own(this, "with", value);
  },
  parse(data, params) {
    return parse(this, data, params, { callee: this.parse });
  },
  parseAsync(data, params) {
    return parseAsync(this, data, params, { callee: this.parseAsync });
  },
  safeParse(data, params) {
    return safeParse(this, data, params);
  },
  safeParseAsync(data, params) {
    return safeParseAsync(this, data, params);
  },
  check(...checks) {
    const def = this.def;
    return this.clone({
      ...def,
      checks: [
        ...(def.checks ?? []),
        ...checks.map((ch) => typeof ch === "function" ? { _zod: { check: ch, def: { check: "custom" }, onattach: [] } } : ch),
      ],
    }, { parent: true });
  },
  clone(_def, params) {
    return clone(this, _def, params);
  },
  brand() {
    return this;
  },
  register(reg, meta) {
    reg.add(this, meta);
    return this;
  },
  apply(fn, ...args) {
    return args.length === 0 ? fn(this) : fn(this, ...args);
  },
});
const ZodMiniString = $constructor("ZodMiniString", (inst, def) => {
  $ZodString.init(inst, def);
  ZodMiniType.init(inst, def);
});
function string(params) {
  return _string(ZodMiniString, params);
}
const ZodMiniStringFormat = $constructor("ZodMiniStringFormat", (inst, def) => {
  $ZodStringFormat.init(inst, def);
  ZodMiniString.init(inst, def);
});
const ZodMiniNumber = $constructor("ZodMiniNumber", (inst, def) => {
  $ZodNumber.init(inst, def);
  ZodMiniType.init(inst, def);
});
function number(params) {
  return _number(ZodMiniNumber, params);
}
const ZodMiniNumberFormat = $constructor("ZodMiniNumberFormat", (inst, def) => {
  $ZodNumberFormat.init(inst, def);
  ZodMiniNumber.init(inst, def);
});
function int(params) {
  return _int(ZodMiniNumberFormat, params);
}
const ZodMiniBoolean = $constructor("ZodMiniBoolean", (inst, def) => {
  $ZodBoolean.init(inst, def);
  ZodMiniType.init(inst, def);
});
function boolean(params) {
  return _boolean(ZodMiniBoolean, params);
}
const ZodMiniUnknown = $constructor("ZodMiniUnknown", (inst, def) => {
  $ZodUnknown.init(inst, def);
  ZodMiniType.init(inst, def);
});
function unknown() {
  return _unknown(ZodMiniUnknown);
}
const ZodMiniArray = $constructor("ZodMiniArray", (inst, def) => {
  $ZodArray.init(inst, def);
  ZodMiniType.init(inst, def);
});
function array(element, params) {
  return new ZodMiniArray({
    type: "array",
    element: element,
    ...normalizeParams(params),
  });
}
const ZodMiniObject = $constructor("ZodMiniObject", (inst, def) => {
  $ZodObject.init(inst, def);
  ZodMiniType.init(inst, def);
  installLazyProp(inst, "shape", (self) => self._zod.def.shape, false);
});
function object(shape, params) {
  const def = {
    type: "object",
    shape: shape ?? {},
    ...normalizeParams(params),
  };
  return new ZodMiniObject(def);
}
function looseObject(shape, params) {
  return new ZodMiniObject({
    type: "object",
    shape,
    catchall: unknown(),
    ...normalizeParams(params),
  });
}
function extend(schema, shape) {
  return extend$1(schema, shape);
}
const ZodMiniUnion = $constructor("ZodMiniUnion", (inst, def) => {
  $ZodUnion.init(inst, def);
  ZodMiniType.init(inst, def);
});
function union(options, params) {
  return new ZodMiniUnion({
    type: "union",
    options: options,
    ...normalizeParams(params),
  });
}
const ZodMiniEnum = $constructor("ZodMiniEnum", (inst, def) => {
  $ZodEnum.init(inst, def);
  ZodMiniType.init(inst, def);
  inst.options = [...inst._zod.values];
});
function _enum(values, params) {
  const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
  return new ZodMiniEnum({
    type: "enum",
    entries,
    ...normalizeParams(params),
  });
}
const ZodMiniLiteral = $constructor("ZodMiniLiteral", (inst, def) => {
  $ZodLiteral.init(inst, def);
  ZodMiniType.init(inst, def);
});
function literal(value, params) {
  return new ZodMiniLiteral({
    type: "literal",
    values: Array.isArray(value) ? value : [value],
    ...normalizeParams(params),
  });
}
const ZodMiniTransform = $constructor("ZodMiniTransform", (inst, def) => {
  $ZodTransform.init(inst, def);
  ZodMiniType.init(inst, def);
});
function transform(fn) {
  return new ZodMiniTransform({
    type: "transform",
    transform: fn,
  });
}
const ZodMiniOptional = $constructor("ZodMiniOptional", (inst, def) => {
  $ZodOptional.init(inst, def);
  ZodMiniType.init(inst, def);
});
function optional(innerType) {
  return new ZodMiniOptional({
    type: "optional",
    innerType: innerType,
  });
}
const ZodMiniNullable = $constructor("ZodMiniNullable", (inst, def) => {
  $ZodNullable.init(inst, def);
  ZodMiniType.init(inst, def);
});
function nullable(innerType) {
  return new ZodMiniNullable({
    type: "nullable",
    innerType: innerType,
  });
}
function nullish(innerType) {
  return optional(nullable(innerType));
}
const ZodMiniCatch = $constructor("ZodMiniCatch", (inst, def) => {
  $ZodCatch.init(inst, def);
  ZodMiniType.init(inst, def);
});
function _catch(innerType, catchValue) {
  return new ZodMiniCatch({
    type: "catch",
    innerType: innerType,
    catchValue: (typeof catchValue === "function" ? catchValue : constantCatch(catchValue)),
  });
}
const ZodMiniPipe = $constructor("ZodMiniPipe", (inst, def) => {
  $ZodPipe.init(inst, def);
  ZodMiniType.init(inst, def);
});
function pipe(in_, out) {
  return new ZodMiniPipe({
    type: "pipe",
    in: in_,
    out: out,
  });
}
const ZodMiniCustom = $constructor("ZodMiniCustom", (inst, def) => {
  $ZodCustom.init(inst, def);
  ZodMiniType.init(inst, def);
});
function custom(fn, _params) {
  return _custom(ZodMiniCustom, fn ?? (() => true), _params);
}
function refine(fn, _params = {}) {
  return _refine(ZodMiniCustom, fn, _params);
}

const ZodMiniISODateTime = $constructor("ZodMiniISODateTime", (inst, def) => {
  $ZodISODateTime.init(inst, def);
  ZodMiniStringFormat.init(inst, def);
});
function datetime(params) {
  return _isoDateTime(ZodMiniISODateTime, params);
}
const ZodMiniISODate = $constructor("ZodMiniISODate", (inst, def) => {
  $ZodISODate.init(inst, def);
  ZodMiniStringFormat.init(inst, def);
});
function date(params) {
  return _isoDate(ZodMiniISODate, params);
}
const ZodMiniISOTime = $constructor("ZodMiniISOTime", (inst, def) => {
  $ZodISOTime.init(inst, def);
  ZodMiniStringFormat.init(inst, def);
});
function time(params) {
  return _isoTime(ZodMiniISOTime, params);
}
const ZodMiniISODuration = $constructor("ZodMiniISODuration", (inst, def) => {
  $ZodISODuration.init(inst, def);
  ZodMiniStringFormat.init(inst, def);
});
function duration(params) {
  return _isoDuration(ZodMiniISODuration, params);
}

var iso =Object.freeze({
  __proto__: null,
  ZodMiniISODate: ZodMiniISODate,
  ZodMiniISODateTime: ZodMiniISODateTime,
  ZodMiniISODuration: ZodMiniISODuration,
  ZodMiniISOTime: ZodMiniISOTime,
  date: date,
  datetime: datetime,
  duration: duration,
  time: time
});




/***/ }),

/***/ 624:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  I: () => (checkReporter)
});

// UNUSED EXPORTS: CheckRunReporter

// EXTERNAL MODULE: ./build/node_modules/zod/index.js
var zod = __nccwpck_require__(3913);
;// CONCATENATED MODULE: ./build/src/github/api.js
function jobLink(env, jobCheckRunId) {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
  if (!server || !repository || !run)
    return undefined;
  const job = /^\d+$/u.test(jobCheckRunId) ? `/job/${jobCheckRunId}` : '';
  return `${server}/${repository}/actions/runs/${run}${job}`;
}
const sha = zod/* string */.Yj().check(zod/* regex */.yG(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/u));
const head = zod/* object */.Ik({ sha });
const payloadSchema = zod/* catch */.Mf(zod/* looseObject */._H({
  pull_request: zod/* catch */.Mf(zod/* optional */.lq(zod/* object */.Ik({ head })), undefined),
  merge_group: zod/* catch */.Mf(zod/* optional */.lq(zod/* object */.Ik({ head_sha: sha })), undefined),
  workflow_run: zod/* catch */.Mf(zod/* optional */.lq(zod/* object */.Ik({ head_sha: sha })), undefined),
  deployment: zod/* catch */.Mf(zod/* optional */.lq(zod/* object */.Ik({ sha })), undefined),
  check_run: zod/* catch */.Mf(zod/* optional */.lq(zod/* object */.Ik({ head_sha: sha })), undefined),
  check_suite: zod/* catch */.Mf(zod/* optional */.lq(zod/* object */.Ik({ head_sha: sha })), undefined),
}), {});
function commitOfEvent(env, payload) {
  const event = payloadSchema.parse(payload);
  const candidates = {
    pull_request: event.pull_request?.head.sha,
    pull_request_target: event.pull_request?.head.sha,
    pull_request_review: event.pull_request?.head.sha,
    merge_group: event.merge_group?.head_sha,
    workflow_run: event.workflow_run?.head_sha,
    deployment: event.deployment?.sha,
    deployment_status: event.deployment?.sha,
    check_run: event.check_run?.head_sha,
    check_suite: event.check_suite?.head_sha,
  };
  return candidates[env['GITHUB_EVENT_NAME'] ?? ''] ?? env['GITHUB_SHA'];
}

// EXTERNAL MODULE: ./build/src/report/ending.js + 1 modules
var ending = __nccwpck_require__(853);
// EXTERNAL MODULE: ./build/src/report/model.js + 1 modules
var model = __nccwpck_require__(1495);
// EXTERNAL MODULE: ./build/src/report/summary.js + 2 modules
var summary = __nccwpck_require__(8003);
// EXTERNAL MODULE: ./build/src/rollout/judge.js
var judge = __nccwpck_require__(4420);
// EXTERNAL MODULE: ./build/src/text/clean.js
var clean = __nccwpck_require__(7228);
// EXTERNAL MODULE: ./build/src/report/now.js
var now = __nccwpck_require__(7524);
// EXTERNAL MODULE: ./build/src/report/state.js
var report_state = __nccwpck_require__(9745);
// EXTERNAL MODULE: ./build/src/rollout/statuses.js
var statuses = __nccwpck_require__(525);
// EXTERNAL MODULE: ./build/src/rollout/verdicts.js
var verdicts = __nccwpck_require__(1393);
;// CONCATENATED MODULE: ./build/src/check-run/content.js
function runningTitle({ progress, moment }, words) {
  const { order } = progress;
  if (order === undefined || moment === undefined)
    return words.check.state(words.log.notSeenYet);
  if (moment.verifying !== undefined)
    return words.check.state(words.report.verifying((0,now/* verifyFacts */.hR)(moment.verifying)));
  if (progress.doubt !== undefined)
    return words.check.doubtful;
  if ((0,judge/* lastPollDecides */.X9)(progress))
    return words.check.ending((0,report_state/* shortState */.e9)(order, words));
  const estimate = words.estimate({ ...moment.estimate, usualMs: undefined });
  const state = placeText(order, words) ?? words.check.state((0,report_state/* shortState */.e9)(order, words));
  return estimate === '' ? state : `${state} · ${estimate}`;
}
function placeText(order, words) {
  const place = (0,report_state/* batchPlace */.GP)(order);
  if (place === undefined || !(0,statuses/* isUsual */.Bi)(order.status))
    return undefined;
  switch ((0,statuses/* phaseOf */.hU)(order.status)) {
    case 'working':
      return words.check.batch(place);
    case 'pausing':
      return words.check.pause(place);
    default:
      return undefined;
  }
}
const LONGEST_TITLE = 255;
const LONGEST_NAME = 100;
function checkContent({ reports, title, verdict }, { checkName, jobId, headSha, jobUrl }, words, hide) {
  const content = {
    name: (0,clean/* foreignText */.qk)(checkName ?? `SAE rollout: ${whatOf(reports)} (${jobId})`, LONGEST_TITLE, hide),
    headSha,
    title: (0,clean/* cutText */.IN)(hide(title), LONGEST_TITLE),
    summary: (0,summary/* summaryMarkdown */.eH)(reports, words, { kind: 'check', jobUrl }),
    text: '',
  };
  if (verdict === undefined)
    return { ...content, status: 'in_progress' };
  return { ...content, status: 'completed', conclusion: verdicts/* VERDICT_FACTS */.O1[verdict].conclusion };
}
function whatOf(reports) {
  if (reports.length > 1)
    return `${reports.length} orders`;
  return (0,clean/* cutText */.IN)(reports[0]?.name ?? '–', LONGEST_NAME);
}

// EXTERNAL MODULE: ./build/src/check-run/saved.js
var saved = __nccwpck_require__(6165);
// EXTERNAL MODULE: ./build/src/polling/clock.js
var clock = __nccwpck_require__(1271);
;// CONCATENATED MODULE: ./build/src/check-run/writer.js
const CHANGE_EVERY_MS = 10_000;
const PROGRESS_EVERY_MS = 60_000;
const LONGEST_PAUSE_MS = 3_600_000;
const CLOSE_LIMIT_MS = 10_000;
const CLOSE_LIMIT_AFTER_CANCEL_MS = 3_000;
class CheckRunWriter {
  #parts;
  #closing = new AbortController();
  #over = new AbortController();
  #id;
  #refused = false;
  #pending;
  #written;
  #askedPauseMs;
  #nextChangeMs = 0;
  #nextProgressMs = 0;
  #working;
  constructor(parts) {
    this.#parts = parts;
  }
  wants(changed) {
    const isDue = this.#parts.clock.nowMs() >= this.#nextProgressMs && this.#working === undefined;
    return !this.#refused && (changed || isDue);
  }
  write(make) {
    if (this.#refused)
      return;
    this.#pending = make;
    this.#working ??= this.#work().finally(() => {
      this.#working = undefined;
    });
  }
  async close(content, cancel) {
    this.#closing.abort();
    const done = new AbortController();
    void this.#giveUpAfterCancel(cancel, done.signal);
    const closed = await (0,clock/* within */.u)(this.#parts.clock, CLOSE_LIMIT_MS, this.#over.signal, async () => {
      await this.#working;
      return (await this.#send(content)) || this.#sendAfterPause(content);
    });
    done.abort();
    this.#over.abort();
    return closed.kind === 'done' && closed.value;
  }
  async #sendAfterPause(content) {
    const pauseMs = this.#askedPauseMs;
    if (pauseMs === undefined || pauseMs >= CLOSE_LIMIT_MS)
      return false;
    await this.#parts.clock.sleep(pauseMs, this.#over.signal);
    return !this.#over.signal.aborted && this.#send(content);
  }
  async #giveUpAfterCancel(cancel, done) {
    const { clock } = this.#parts;
    await clock.sleep(Infinity, AbortSignal.any([cancel, done]));
    await clock.sleep(CLOSE_LIMIT_AFTER_CANCEL_MS, done);
    this.#over.abort();
  }
  async #work() {
    const { clock } = this.#parts;
    while (this.#pending !== undefined) {
      await clock.sleep(this.#nextChangeMs - clock.nowMs(), this.#closing.signal);
      if (this.#closing.signal.aborted)
        return;
      const content = this.#pending();
      this.#pending = undefined;
      if (content !== undefined && JSON.stringify(content) !== JSON.stringify(this.#written)) {
        await this.#send(content);
      }
    }
  }
  async #send(content) {
    const { github, clock, created, refused } = this.#parts;
    const { signal } = this.#over;
    if (this.#refused)
      return false;
    const answer = this.#id === undefined
      ? await github.createCheckRun(content, signal)
      : await github.updateCheckRun(this.#id, content, signal);
    this.#askedPauseMs = answer.kind === 'failed' ? answer.retryAfterMs : undefined;
    const pauseMs = Math.min(this.#askedPauseMs ?? 0, LONGEST_PAUSE_MS);
    this.#nextChangeMs = clock.nowMs() + Math.max(CHANGE_EVERY_MS, pauseMs);
    this.#nextProgressMs = clock.nowMs() + Math.max(PROGRESS_EVERY_MS, pauseMs);
    if (answer.kind === 'refused') {
      this.#refused = true;
      refused(answer);
    }
    if (answer.kind !== 'done')
      return false;
    if (this.#id === undefined)
      created(answer.value, content.name);
    this.#id = answer.value;
    this.#written = content;
    return true;
  }
}
;// CONCATENATED MODULE: ./build/src/check-run/reporter.js
class CheckRunReporter {
  #parts;
  #board;
  constructor(parts, board) {
    this.#parts = parts;
    this.#board = board;
  }
  polled = now => {
    if (this.#board.entries.length === 1 && (0,judge/* lastPollDecides */.X9)(now))
      return;
    this.#write(now.news.changes.length > 0 || now.polls === 1);
  };
  verifying = () => {
    this.#write(true);
  };
  beat = () => {
    this.#write(false);
  };
  undoing(changed) {
    this.#write(changed);
  }
  async ended(step) {
    const { writer, words, toolkit, version, cancel } = this.#parts;
    const { verdict } = step.worst;
    const reports = (0,ending/* endReports */.hg)(step, this.#board, words, version);
    const [only, ...others] = reports;
    const title = only !== undefined && others.length === 0 ? only.title : (0,summary/* stepTitle */.Fb)(reports, words);
    const closed = await writer.close(this.#content({ reports, title, verdict }), cancel);
    if (closed)
      (0,saved/* saveCheckRunClosed */.dY)(toolkit);
  }
  #write(changed) {
    const { writer } = this.#parts;
    if (writer.wants(changed))
      writer.write(() => this.#runningContent());
  }
  #runningContent() {
    const { words, toolkit } = this.#parts;
    try {
      return this.#content(this.#runningView());
    }
    catch (error) {
      toolkit.line(words.log.notReported((0,clean/* thrownText */.kZ)(error, toolkit.redact)));
      return undefined;
    }
  }
  #runningView() {
    const { words } = this.#parts;
    const stopper = (0,model/* stopperOf */.vp)(this.#board.entries.map(({ outcome }) => outcome));
    const reports = this.#board.entries.map(entry => this.#reportOf(entry, stopper));
    const [only, ...others] = this.#board.entries;
    if (only === undefined || others.length > 0)
      return { reports, title: (0,summary/* stepTitle */.Fb)(reports, words), verdict: undefined };
    const ended = only.outcome === undefined ? undefined : reports[0]?.title;
    return { reports, title: ended ?? runningTitle(only, words), verdict: undefined };
  }
  #reportOf({ outcome, subject, progress, moment, notes }, stopper) {
    const { words, version } = this.#parts;
    const running = {
      verdict: undefined,
      subject,
      progress,
      startedMs: moment?.startedMs ?? 0,
      waitedMs: moment?.elapsedMs ?? 0,
      endedWallMs: moment?.wallMs ?? 0,
      estimate: moment?.estimate,
      verifying: moment?.verifying,
    };
    const texts = notes.map(note => words.note(note).text);
    return (0,model/* reportOf */.EI)(outcome ?? running, texts, words, version, stopper);
  }
  #content(view) {
    const { identity, toolkit, words } = this.#parts;
    const content = checkContent(view, identity, words, toolkit.redact);
    return { ...content, summary: toolkit.redact(content.summary), text: toolkit.redact(content.text) };
  }
}
function checkReporter({ env, clock, toolkit, eventPayload, version, cancel }, { checkRun, token }, github, board, words) {
  if (checkRun === undefined)
    return undefined;
  const headSha = checkRun.commit ?? commitOfEvent(env, eventPayload());
  if (github === undefined || token === undefined || headSha === undefined) {
    toolkit.notice(words.check.impossible);
    return undefined;
  }
  const identity = {
    headSha,
    checkName: checkRun.name,
    jobId: env['GITHUB_JOB'] ?? 'job',
    jobUrl: jobLink(env, checkRun.jobCheckRunId),
  };
  const writer = new CheckRunWriter({
    github,
    clock,
    created: (id, name) => {
      (0,saved/* saveCheckRun */.vx)(toolkit, { id, name, headSha });
    },
    refused: ({ status, message }) => {
      toolkit.notice(words.check.refused(status, message));
    },
  });
  return new CheckRunReporter({ writer, identity, toolkit, words, version, cancel }, board);
}


/***/ }),

/***/ 6165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  G2: () => (openCheckRun),
  dY: () => (saveCheckRunClosed),
  vx: () => (saveCheckRun)
});
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3913);
/* harmony import */ var _http_transport_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3811);


function saveCheckRun(toolkit, saved) {
  toolkit.saveState('checkRunClosed', 'false');
  toolkit.saveState('checkRun', JSON.stringify(saved));
}
function saveCheckRunClosed(toolkit) {
  toolkit.saveState('checkRunClosed', 'true');
}
function openCheckRun(env) {
  if (env['STATE_checkRunClosed'] === 'true')
    return undefined;
  const schema = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik({ id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Wh(), name: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .Yj(), headSha: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .Yj() });
  return schema.safeParse((0,_http_transport_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(env['STATE_checkRun'] ?? '')).data;
}


/***/ }),

/***/ 7814:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  e: () => (rootCause),
  f: () => (DIAGNOSIS_PARTS)
});
/* harmony import */ var _known_causes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2797);

const DIAGNOSIS_PARTS = {
  tasks: ['DescribePipeline'],
  instances: ['DescribeApplicationGroups', 'DescribeApplicationInstances'],
  events: ['DescribeApplicationConfig', 'ListAppEvents'],
  log: ['DescribeInstanceLog'],
};
function rootCause(diagnosis) {
  const { tasks, instances, events, causes } = diagnosis;
  const [top] = causes;
  const isSign = (one) => top !== undefined && (0,_known_causes_js__WEBPACK_IMPORTED_MODULE_0__/* .causeOfText */ .Cp)((0,_known_causes_js__WEBPACK_IMPORTED_MODULE_0__/* .findingText */ .NK)(one)) === top;
  const telling = tasks.filter(({ error, errorIgnored }) => error !== undefined && !errorIgnored);
  const silent = tasks.filter(({ state }) => state !== 'in-progress');
  const found = (0,_known_causes_js__WEBPACK_IMPORTED_MODULE_0__/* .findingsOf */ .WX)({ tasks: telling, instances, events });
  return found.find(isSign) ?? found[0] ?? (0,_known_causes_js__WEBPACK_IMPORTED_MODULE_0__/* .findingsOf */ .WX)({ tasks: silent, instances: [], events: [] })[0];
}


/***/ }),

/***/ 2797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  Cp: () => (causeOfText),
  Ms: () => (failedProbe),
  NK: () => (findingText),
  SJ: () => (pinpoint),
  WX: () => (findingsOf),
  Yp: () => (knownCauses)
});
/* unused harmony export KNOWN_CAUSES */
/* harmony import */ var _text_parts_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(239);

const KNOWN_CAUSES = [
  {
    cause: 'image-pull',
    pattern: /ErrImagePull|ImagePullBackOff|InvalidImageName|ErrImageNeverPull|(?:fail|error|back-?off)\w*[ -]*(?:to[ -]+)?pull(?:ing)? (?:the )?image|manifest(?: for \S+)? (?:unknown|not found)|pull access denied|image\S* (?:not found|does not exist|cannot be pulled)|镜像拉取失败|拉取镜像.{0,20}(?:失败|超时)|镜像.{0,20}不存在/iu,
  },
  {
    cause: 'out-of-memory',
    pattern: /\bOOM(?:Kill\w*)?\b|OOMKill|out of memory|OutOfMemoryError|exit(?:ed with)?(?: status)?[ -]code:? 137|内存不足|内存溢出|退出码.{0,3}137/iu,
  },
  {
    cause: 'balance',
    pattern: /InsufficientBalance|not have enough balance|overdue payment|\barrears?\b|余额不足|欠费/iu,
  },
  {
    cause: 'quota',
    pattern: /quota\S* (?:is )?(?:exceed|full|reach|insufficient)|exceed\w* (?:the |your )?\S* ?quota|Quota(?:Exceeded|Full)|LimitExceeded|limit (?:has been |is )?(?:exceeded|reached)|配额|超过.{0,20}(?:限额|上限)/iu,
  },
  {
    cause: 'permission',
    pattern: /NoPermission|no\.permission|Forbidden|AccessDenied|access denied|not authori[sz]ed|unauthori[sz]ed|permission denied|没有权限|无权限|权限不足|未授权/iu,
  },
  {
    cause: 'no-resources',
    pattern: /Insufficient\w*|FailedScheduling|NoStock|StockExhaust|StockClose|out of stock|IpNotEnough|no (?:free|available) (?:private )?ip|nodes are available|资源不足|库存不足|可用 ?IP ?(?:地址)?不足|IP ?(?:地址)?.{0,6}(?:不足|耗尽)|调度失败/iu,
  },
  {
    cause: 'port',
    pattern: /connection refused|address already in use|EADDRINUSE|port \d+ (?:is )?(?:already |not )\w+|端口.{0,20}(?:被占用|冲突|未监听|不通|无法|错误|不一致)|拒绝连接/iu,
  },
  {
    cause: 'crash-loop',
    pattern: /CrashLoopBackOff|back-?off.{0,30}restarting|RunContainerError|CreateContainer\w*Error|StartError|exit(?:ed with)?(?: status)?[ -]code:? \d+|container exit|反复重启|不断重启|启动失败.{0,20}退出|退出码/iu,
  },
  {
    cause: 'liveness-probe',
    pattern: /LivenessUnhealthy|liveness|存活(?:检查|探针)/iu,
  },
  {
    cause: 'readiness-probe',
    pattern: /ReadinessUnhealthy|readiness|EDAS-10022|health check (?:fail|timed? ?out)|就绪(?:检查|探针)|健康检查.{0,10}(?:失败|超时|不通过|未通过)/iu,
  },
];
function causeOfText(text) {
  return KNOWN_CAUSES.find(({ pattern }) => pattern.test(text))?.cause;
}
function findingsOf({ tasks, instances, events }) {
  return [
    ...tasks.map((task) => ({ kind: 'task', task })),
    ...instances.map((instance) => ({ kind: 'instance', instance })),
    ...events.map((event) => ({ kind: 'event', event })),
  ];
}
function findingText(finding) {
  switch (finding.kind) {
    case 'task':
      return finding.task.error ?? '';
    case 'instance': {
      const { containerStatus, unhealthyMessage, healthStatus } = finding.instance;
      return (0,_text_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .joined */ .o)(' ', containerStatus, unhealthyMessage ?? healthStatus);
    }
    case 'event':
      return (0,_text_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .joined */ .o)(' ', finding.event.reason, finding.event.message, finding.event.causeAnalysis);
  }
}
function knownCauses(findings) {
  const found = new Set(findingsOf(findings).map(one => causeOfText(findingText(one))));
  return KNOWN_CAUSES.map(({ cause }) => cause).filter(cause => found.has(cause));
}
const NO_SUCH_IMAGE = /manifest(?: for \S{1,300})? (?:unknown|not found)/iu;
const DETAILS = {
  'image-pull': /image[ :"“]{1,3}(?<detail>[a-z\d][\w.:/@-]{2,200}\w)/iu,
  permission: /(?:user|role|用户|角色)[ :"“/]{1,3}(?<detail>[A-Za-z][\w.@-]{1,62}\w)/u,
  'no-resources': /(?<detail>vsw-[a-z\d]{4,32})/u,
  port: /:(?<detail>\d{1,5})\b[^\d]{0,20}(?:connection refused|拒绝连接)/iu,
  'crash-loop': /(?:exit(?:ed)?(?: with)?(?: status)?[ -]code:? |退出码.{0,3}?)(?<detail>\d{1,3})\b/iu,
  'liveness-probe': /https?:\/\/[^/:"\s]{1,100}(?<detail>:\d{1,5}\/[\w./-]{0,100})"/u,
  'readiness-probe': /https?:\/\/[^/:"\s]{1,100}(?<detail>:\d{1,5}\/[\w./-]{0,100})"/u,
};
function pinpoint(findings) {
  const [cause] = findings.causes;
  if (cause === undefined)
    return undefined;
  const texts = findingsOf(findings).map(findingText);
  const matching = texts.filter(text => causeOfText(text) === cause);
  const details = matching.flatMap(text => DETAILS[cause]?.exec(text)?.groups?.['detail'] ?? []);
  const [detail] = details;
  const noSuchImage = cause === 'image-pull' && matching.some(text => NO_SUCH_IMAGE.test(text));
  return noSuchImage ? { cause, detail, noSuchImage } : { cause, detail };
}
const PROBE = /^(?<kind>Readiness|Liveness|Startup) probe failed: Get "https?:\/\/[^/:"\s]{1,100}(?<target>:\d{1,5}\/[^"\s]{0,200})": (?:[^"]{0,200}: )?(?<answer>[^:"]{1,100})$/u;
function failedProbe(text) {
  const { kind, target, answer } = PROBE.exec(text)?.groups ?? {};
  if (kind === undefined || target === undefined || answer === undefined)
    return undefined;
  return { kind: kind, target, answer };
}


/***/ }),

/***/ 935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  DH: () => (CANCEL_SIGNALS),
  Op: () => (isStepGreen),
  Pd: () => (SUMMARY_NOTES),
  Qh: () => (stepEnding),
  Sr: () => (isChoice),
  Xb: () => (taskOf),
  gf: () => (isGreen),
  ku: () => (NOTICES)
});
/* harmony import */ var _rollout_verdicts_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1393);

const CANCEL_SIGNALS = ['SIGINT', 'SIGQUIT', 'SIGHUP', 'SIGTERM'];
function taskOf({ task = 'gate' }) {
  return task;
}
function isGreen({ verdict, subject }) {
  return _rollout_verdicts_js__WEBPACK_IMPORTED_MODULE_0__/* .VERDICT_FACTS */ .O1[verdict].greenOf === taskOf(subject);
}
function stepEnding(outcomes) {
  const rank = ({ verdict }) => (0,_rollout_verdicts_js__WEBPACK_IMPORTED_MODULE_0__/* .severityRank */ .qs)(verdict);
  const [first, ...others] = outcomes;
  if (first === undefined)
    throw new Error('there was nothing to wait for');
  const worst = others.reduce((bad, outcome) => (rank(outcome) < rank(bad) ? outcome : bad), first);
  return { outcomes, worst };
}
function isStepGreen({ outcomes }, task) {
  return outcomes.length > 0 && outcomes.every(one => taskOf(one.subject) === task && isGreen(one));
}
const SUMMARY_NOTES = [
  'named',
  'unknown-co-type',
  'first-attempt',
  'chosen',
  'stale',
  'also-qualifies',
  'newer-order',
  'blocked-by',
];
const NOTICES = ['unknown-co-type', 'newer-order'];
function isChoice(note) {
  return note.kind === 'chosen' || note.kind === 'also-qualifies';
}


/***/ }),

/***/ 9069:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  R: () => (runGate)
});

// UNUSED EXPORTS: runStep

// EXTERNAL MODULE: ./build/src/polling/clock.js
var polling_clock = __nccwpck_require__(1271);
// EXTERNAL MODULE: ./build/src/rollout/change-order.js
var change_order = __nccwpck_require__(2186);
// EXTERNAL MODULE: ./build/node_modules/zod/index.js
var zod = __nccwpck_require__(3913);
// EXTERNAL MODULE: ./build/src/text/clean.js
var clean = __nccwpck_require__(7228);
;// CONCATENATED MODULE: ./build/src/http/server-time.js
const FURTHEST_MS = 366 * 24 * 3_600_000;
const LEAST_MS = 60_000;
const CLOCKS_DIFFER_MS = 15 * 60_000;
function latestBelievableMs(cameMs = Infinity) {
  return cameMs + CLOCKS_DIFFER_MS;
}
class ServerTime {
  #clock;
  #learned;
  #aheadMs = 0;
  #ownOnly = false;
  constructor(clock, learned) {
    this.#clock = clock;
    this.#learned = learned;
  }
  nowMs() {
    return this.#clock.wallMs() + this.#aheadMs;
  }
  insistOnOwn() {
    this.#ownOnly = true;
    this.#aheadMs = 0;
  }
  refused(stampedMs, date) {
    const wallMs = this.#clock.wallMs();
    const serverMs = dateHeaderMs(date);
    const aheadMs = serverMs === undefined ? undefined : serverMs - wallMs;
    if (serverMs === undefined || aheadMs === undefined || Math.abs(aheadMs) > FURTHEST_MS) {
      return { aheadMs: undefined, helps: false };
    }
    const isOff = Math.abs(aheadMs) >= LEAST_MS;
    const helps = !this.#ownOnly && Math.abs(serverMs - stampedMs) >= LEAST_MS;
    if (helps && Math.abs(this.nowMs() - serverMs) >= LEAST_MS) {
      this.#aheadMs = aheadMs;
      this.#learned(aheadMs);
    }
    return { aheadMs: isOff ? aheadMs : undefined, helps };
  }
}
function judgeStamp(answer, serverTime, stampMs, date) {
  if (!('fault' in answer) || answer.fault.reason !== 'clock')
    return { answer, stampAgain: false };
  const { aheadMs, helps } = serverTime.refused(stampMs, date);
  return { answer: { kind: 'fault', fault: { ...answer.fault, clockAheadMs: aheadMs } }, stampAgain: helps };
}
function dateHeaderMs(date) {
  const epochMs = Date.parse(date ?? '');
  return !Number.isNaN(epochMs) && new Date(epochMs).toUTCString() === date ? epochMs : undefined;
}
function utcSeconds(epochMs) {
  return new Date(epochMs).toISOString().replace(/\.\d+Z$/u, 'Z');
}

// EXTERNAL MODULE: ./build/src/http/transport.js
var http_transport = __nccwpck_require__(3811);
;// CONCATENATED MODULE: ./build/src/polling/call-priority.js
const PURPOSES = ['first-look', 'last-look', 'learning', 'look', 'diagnosis'];
const POLL = { purpose: 'look', unseenSinceMs: 0, askedMs: 0 };
const LEARNING = { ...POLL, purpose: 'learning' };
function compareTurns(a, b, nowMs) {
  const byPurpose = PURPOSES.indexOf(a.purpose) - PURPOSES.indexOf(b.purpose);
  if (byPurpose !== 0)
    return byPurpose;
  if (a.purpose !== 'look')
    return a.unseenSinceMs - b.unseenSinceMs;
  return pressure(b, nowMs) - pressure(a, nowMs);
}
function pressure({ unseenSinceMs, askedMs }, nowMs) {
  const plannedMs = Math.max(1, askedMs - unseenSinceMs);
  return (nowMs - unseenSinceMs) / Math.sqrt(plannedMs);
}
class PollTurns {
  #budget;
  #clock;
  #dueMs;
  #seenMs;
  #asked = false;
  constructor(budget, clock, dueMs) {
    this.#budget = budget;
    this.#clock = clock;
    this.#dueMs = dueMs;
    this.#seenMs = clock.nowMs();
    budget.reserve(this, dueMs);
  }
  get dueMs() {
    return this.#dueMs;
  }
  due(dueMs) {
    if (dueMs === this.#dueMs)
      return;
    this.#dueMs = dueMs;
    this.#budget.reserve(this, dueMs);
  }
  next() {
    const askedMs = this.#clock.nowMs();
    const later = askedMs >= this.#dueMs ? 'last-look' : 'look';
    const purpose = this.#asked ? later : 'first-look';
    this.#asked = true;
    const keptFor = askedMs >= this.#dueMs ? this : undefined;
    return { purpose, unseenSinceMs: this.#seenMs, askedMs, keptFor };
  }
  seen() {
    this.#seenMs = this.#clock.nowMs();
  }
  startAnew() {
    this.#asked = false;
  }
  close() {
    this.#budget.release(this);
  }
}

// EXTERNAL MODULE: ./build/src/rollout/fault.js
var rollout_fault = __nccwpck_require__(1931);
;// CONCATENATED MODULE: ./build/src/http/error-codes.js
const REASON_BY_CODE = {
  'Throttling*': 'throttled',
  'Rejected.Throttling': 'throttled',
  ServiceUnavailable: 'server',
  InternalError: 'server',
  'System.Upgrading': 'server',
  SignatureNonceUsed: 'nonce-used',
  'InvalidTimeStamp.': 'clock',
  'InvalidSecurityToken.Expired': 'credentials-expired',
  'InvalidSecurityToken.': 'credentials',
  InvalidAccessKeyId: 'credentials',
  'InvalidAccessKeyId.': 'credentials',
  MissingSecurityToken: 'credentials',
  SignatureDoesNotMatch: 'credentials',
  IncompleteSignature: 'credentials',
  'Forbidden*': 'permission',
  'NoPermission*': 'permission',
  'AccessDenied*': 'permission',
  'Resouce.no.permission': 'permission',
  'InvalidChangeOrder.NotFound': 'no-such-order',
  'InvalidAppId.NotFound': 'no-such-application',
  'InvalidApplication.NotFound': 'no-such-application',
  'InvalidServerlessRegion.': 'place',
  'InvalidNamespaceId.': 'place',
  'InvalidAction.NotFound': 'place',
  'InvalidParameter*': 'parameter',
  'MissingParameter*': 'parameter',
};
const PREFIXES = Object.keys(REASON_BY_CODE)
  .filter(key => /[.*]$/u.test(key))
  .sort((a, b) => b.length - a.length);
const PATIENCE = [408, 425, 429];
function reasonOfCode(code) {
  if (Object.hasOwn(REASON_BY_CODE, code))
    return REASON_BY_CODE[code];
  const prefix = PREFIXES.find(key => code.startsWith(key.replace('*', '')));
  return prefix === undefined ? undefined : REASON_BY_CODE[prefix];
}
function reasonOfCodes(codes, httpStatus) {
  for (const code of codes) {
    const reason = reasonOfCode(code);
    if (reason !== undefined)
      return reason;
  }
  const status = httpStatus === 200 ? Number(codes.find(code => /^[45]\d\d$/u.test(code)) ?? 200) : httpStatus;
  if (codes.length > 0 && (status === 401 || status === 403))
    return 'permission';
  return status >= 400 && status < 500 && !PATIENCE.includes(status) ? 'not-documented' : 'server';
}
;// CONCATENATED MODULE: ./build/src/http/envelope.js
function loose(schema) {
  return zod/* catch */.Mf(zod/* optional */.lq(schema), undefined);
}
const textOrNumber = zod/* union */.KC([zod/* string */.Yj(), zod/* pipe */.Fs(zod/* number */.ai(), zod/* transform */.pd(String))]);
const looseText = loose(zod/* pipe */.Fs(textOrNumber, zod/* transform */.pd((text) => (0,clean/* cleanText */.X5)(text) || undefined)));
const word = loose(textOrNumber);
const envelopeSchema = zod/* object */.Ik({
  RequestId: word,
  Message: word,
  Code: zod/* optional */.lq(zod/* unknown */.L5()),
  ErrorCode: zod/* optional */.lq(zod/* unknown */.L5()),
  Success: zod/* optional */.lq(zod/* unknown */.L5()),
  Data: zod/* optional */.lq(zod/* unknown */.L5()),
});
const NO_ERROR_CODES = [undefined, null, '', 'success', '空'];
function openEnvelope(action, answer, hide) {
  const shown = (text, maxLength) => (0,clean/* foreignText */.qk)(text, maxLength, hide);
  const envelope = parseEnvelope(answer.body);
  if (envelope === undefined)
    return { kind: 'fault', fault: faultOfForeignAnswer(action, answer, shown) };
  const requestId = envelope.RequestId === undefined ? undefined : shown(envelope.RequestId, 100);
  const odd = oddField(envelope);
  const success = answer.status === 200 && saysSuccess(envelope);
  if (success && odd === undefined) {
    const data = (0,clean/* holdsNoSecret */.e5)(answer.body, hide) ? envelope.Data : (0,clean/* withoutSecrets */.cT)(envelope.Data, hide);
    return { kind: 'data', data, requestId };
  }
  const codes = [envelope.ErrorCode, envelope.Code].flatMap(code => NO_ERROR_CODES.includes(code) || !isWord(code) || isSuccessCode(String(code)) ? [] : [String(code)]);
  const code = codes[0] === undefined ? undefined : shown(codes[0], 200);
  const message = shown(envelope.Message ?? '', 1_000);
  const fault = {
    action,
    message,
    code,
    requestId,
    httpStatus: answer.status,
    retryAfterMs: retryAfterMs(answer),
  };
  if (!success || odd === undefined) {
    const reason = reasonOfCodes(codes, answer.status);
    return {
      kind: 'fault',
      fault: { ...fault, reason, ...(isUnambiguous(envelope, answer.status) && { unambiguous: true }) },
    };
  }
  const detail = { kind: 'contradictory', field: odd, code };
  const said = NO_ERROR_CODES.includes(message) ? '' : message;
  return { kind: 'fault', fault: { ...fault, message: said, reason: 'contradictory', detail } };
}
function saysSuccess({ Success, Code }) {
  const success = Success === undefined || Success === null || Success === true || Success === 'true';
  return success && (!isWord(Code) || Code === '' || isSuccessCode(String(Code)));
}
function isUnambiguous({ RequestId, Success, Code, ErrorCode, Data }, status) {
  const isRefused = status >= 400 && status < 500;
  const saysFailure = Success === false || Success === 'false';
  const isSilent = Success === undefined || Success === null;
  const isFailure = saysFailure ? isRefused || status === 200 : isSilent && isRefused;
  const told = [ErrorCode, Code].filter(code => code !== undefined && code !== null && code !== '');
  const names = new Set(told.filter(code => !/^4\d\d$/u.test(String(code))));
  const hasData = Data !== undefined && Data !== null && Data !== '' && JSON.stringify(Data) !== '{}';
  return (RequestId ?? '') !== '' && isFailure && names.size === 1 && !hasData;
}
function oddField({ Code, ErrorCode }) {
  if (Code !== undefined && Code !== null && !isWord(Code))
    return 'Code';
  return NO_ERROR_CODES.includes(ErrorCode) ? undefined : 'ErrorCode';
}
function isWord(code) {
  return typeof code === 'string' || typeof code === 'number';
}
function isSuccessCode(code) {
  return /^2\d\d$/u.test(code);
}
function parseEnvelope(body) {
  if (/^\s*<(?:\?xml[^>]*>\s*<)?Error\b/u.test(body))
    return xmlError(body);
  return envelopeSchema.safeParse((0,http_transport/* parseJson */.qF)(body)).data;
}
function xmlError(body) {
  const element = (name) => new RegExp(`<${name}>([^<]*)</${name}>`, 'u').exec(body)?.[1];
  return {
    RequestId: element('RequestId'),
    Message: element('Message'),
    Code: element('Code'),
    Success: false,
  };
}
function faultOfForeignAnswer(action, answer, shown) {
  const { status, headers, body } = answer;
  const reason = status >= 500 || status === 429 ? 'server' : 'not-the-api';
  const header = (name) => {
    const value = headers[name];
    return value === undefined ? undefined : shown(value, 200);
  };
  return {
    action,
    reason,
    message: '',
    detail: {
      kind: 'stranger',
      bodyStart: shown(body, 80),
      contentType: header('content-type'),
      location: header('location'),
    },
    requestId: headers['x-acs-request-id'] && shown(headers['x-acs-request-id'], 100),
    httpStatus: status,
    retryAfterMs: retryAfterMs(answer),
  };
}
function retryAfterMs({ headers }) {
  const hint = headers['x-acs-retry-after']?.trim() ?? '';
  return /^\d{1,15}$/u.test(hint) ? Number(hint) : undefined;
}
function malformedAnswer(action, detail, requestId) {
  return (0,rollout_fault/* faultAnswer */.JK)(action, 'malformed', { detail, requestId, httpStatus: 200 });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./build/src/sae/signature.js
function signedHeaders(facts) {
  const { host, action, version, stampMs, nonce, securityToken } = facts;
  return {
    host,
    'x-acs-action': action,
    'x-acs-version': version,
    'x-acs-date': utcSeconds(stampMs),
    'x-acs-signature-nonce': nonce,
    'x-acs-content-sha256': sha256Hex(''),
    ...(securityToken === undefined ? {} : { 'x-acs-security-token': securityToken }),
  };
}
const ALGORITHM = 'ACS3-HMAC-SHA256';
function authorization(request, keyId, keySecret) {
  const names = Object.keys(request.headers).sort();
  const signature = (0,external_node_crypto_.createHmac)('sha256', keySecret).update(stringToSign(request), 'utf8').digest('hex');
  return `${ALGORITHM} Credential=${keyId},SignedHeaders=${names.join(';')},Signature=${signature}`;
}
function stringToSign(request) {
  return `${ALGORITHM}\n${sha256Hex(canonicalRequest(request))}`;
}
function canonicalRequest({ method, path, query, headers, body }) {
  const names = Object.keys(headers).sort();
  const headerLines = names.map(name => `${name}:${(headers[name] ?? '').trim()}\n`).join('');
  return [method, path, canonicalQuery(query), headerLines, names.join(';'), sha256Hex(body)].join('\n');
}
function canonicalQuery(query) {
  return Object.keys(query)
    .sort()
    .map(key => `${percentEncode(key)}=${percentEncode(query[key] ?? '')}`)
    .join('&');
}
function sha256Hex(text) {
  return (0,external_node_crypto_.createHash)('sha256').update(text, 'utf8').digest('hex');
}
function percentEncode(text) {
  return encodeURIComponent(text.toWellFormed()).replace(/[!'()*]/gu, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
;// CONCATENATED MODULE: ./build/src/sae/client.js
const API_PATHS = {
  DescribeChangeOrder: '/pop/v1/sam/changeorder/DescribeChangeOrder',
  ListChangeOrders: '/pop/v1/sam/changeorder/ListChangeOrders',
  ListApplications: '/pop/v1/sam/app/listApplications',
  DescribePipeline: '/pop/v1/sam/changeorder/DescribePipeline',
  DescribeApplicationStatus: '/pop/v1/sam/app/describeApplicationStatus',
  DescribeApplicationGroups: '/pop/v1/sam/app/describeApplicationGroups',
  DescribeApplicationInstances: '/pop/v1/sam/app/describeApplicationInstances',
  DescribeApplicationConfig: '/pop/v1/sam/app/describeApplicationConfig',
  ListAppEvents: '/pop/v1/sam/app/listAppEvents',
  DescribeInstanceLog: '/pop/v1/sam/instance/describeInstanceLog',
};
const API_WRITES = {
  AbortAndRollbackChangeOrder: '/pop/v1/sam/changeorder/AbortAndRollbackChangeOrder',
};
const API_VERSION = '2019-05-06';
const WRITE = { purpose: 'first-look', unseenSinceMs: -Infinity, askedMs: 0 };
class SaeClient {
  #options;
  #written = new Set();
  constructor(options) {
    this.#options = options;
  }
  async call(action, query, signal, turn = POLL) {
    const { credentials: provider } = this.#options;
    const call = { action, method: 'GET', path: API_PATHS[action], query, signal, turn };
    const { answer, credentials } = await this.#inTime(call, () => provider.credentials(signal));
    if (answer.kind === 'data' || answer.fault.reason !== 'credentials-expired')
      return answer;
    if (credentials === undefined)
      return answer;
    const renewed = await provider.credentials(signal, credentials);
    if (renewed.kind === 'fault')
      return renewed;
    if (renewed.credentials === credentials)
      return answer;
    return (await this.#inTime(call, () => Promise.resolve(renewed))).answer;
  }
  async write(action, query, signal, { provenUndone = false, startBefore = signal } = {}) {
    const key = JSON.stringify([action, Object.entries(query).toSorted()]);
    if (this.#written.has(key) && !provenUndone)
      throw new Error(`${action} may have been carried out already`);
    const { credentials, budget } = this.#options;
    const asking = { action, method: 'PUT', path: API_WRITES[action], query, signal, turn: WRITE };
    const start = AbortSignal.any([signal, startBefore]);
    const answer = await budget.make(WRITE, start, async () => {
      const found = await credentials.credentials(start);
      if (found.kind === 'fault')
        return neverSent(found);
      if (start.aborted)
        return neverSent(givenUp(action));
      this.#written.add(key);
      return (await this.#request(asking, found.credentials)).answer;
    });
    return answer ?? neverSent(givenUp(action));
  }
  async #inTime(call, find) {
    const first = await this.#inTurn(call, find);
    const { credentials } = first;
    if (!first.stampAgain || credentials === undefined)
      return first;
    return this.#inTurn(call, () => Promise.resolve({ kind: 'credentials', credentials }));
  }
  async #inTurn(call, find) {
    const made = await this.#options.budget.make(call.turn, call.signal, async () => {
      const found = await find();
      if (found.kind === 'fault')
        return { answer: found, stampAgain: false, credentials: undefined };
      const { credentials } = found;
      return { ...(await this.#request(call, credentials)), credentials };
    });
    return made ?? { answer: givenUp(call.action), stampAgain: false, credentials: undefined };
  }
  async #request(asking, credentials) {
    const { action, signal } = asking;
    const { budget, clock, traced, serverTime, zoneOffsetMs, hide } = this.#options;
    const startMs = clock.nowMs();
    const stampMs = serverTime.nowMs();
    const request = this.#signedRequest(asking, credentials, stampMs);
    const sent = await (0,http_transport/* boundedRequest */.JR)(this.#options, action, request, signal);
    const opened = sent.kind === 'fault' ? sent : openEnvelope(action, sent.answer, hide);
    if (opened.kind === 'fault' && opened.fault.reason === 'throttled')
      budget.throttled(startMs);
    const date = sent.kind === 'answer' ? sent.answer.headers['date'] : undefined;
    const { answer, stampAgain } = judgeStamp(opened, serverTime, stampMs, date);
    const tookMs = clock.nowMs() - startMs;
    traced({ action, tookMs, answer });
    if (answer.kind === 'fault')
      return { answer, stampAgain };
    return { answer: { ...answer, cameMs: stampMs + tookMs, zoneOffsetMs }, stampAgain };
  }
  #signedRequest({ action, method, path, query }, credentials, stampMs) {
    const { origin, userAgent, nonce } = this.#options;
    const { accessKeyId, accessKeySecret, securityToken } = credentials;
    const { host } = new URL(origin);
    const headers = signedHeaders({
      host,
      action,
      version: API_VERSION,
      stampMs,
      nonce: nonce(),
      securityToken,
    });
    const signable = { method, path, query, headers, body: '' };
    return {
      method,
      url: `${origin}${path}?${canonicalQuery(query)}`,
      headers: {
        ...headers,
        authorization: authorization(signable, accessKeyId, accessKeySecret),
        accept: 'application/json',
        'user-agent': userAgent,
      },
    };
  }
}
function givenUp(action) {
  return (0,rollout_fault/* faultAnswer */.JK)(action, 'no-answer', { detail: { kind: 'given-up' } });
}
function neverSent({ fault }) {
  return { kind: 'fault', fault: { ...fault, neverSent: true } };
}
async function ask(caller, action, query, schema, signal, turn = POLL) {
  const answer = await caller.call(action, query, signal, turn);
  if (answer.kind === 'fault')
    return answer;
  const parsed = schema.safeParse(answer.data);
  if (parsed.success)
    return { kind: 'answer', value: parsed.data };
  return (0,rollout_fault/* faultAnswer */.JK)(action, 'malformed', { requestId: answer.requestId, httpStatus: 200 });
}
function mapAsked(asked, into) {
  return asked.kind === 'fault' ? asked : { kind: 'answer', value: into(asked.value) };
}

// EXTERNAL MODULE: ./build/src/text/html-to-text.js
var html_to_text = __nccwpck_require__(7698);
;// CONCATENATED MODULE: ./build/src/sae/fields.js
const LATEST_DATE_MS = 8.64e15;
const wholeNumber = zod/* union */.KC([zod/* int */.Wh(), zod/* pipe */.Fs(digits(/^[0-9]+$/u), zod/* int */.Wh())]);
function digits(pattern) {
  return zod/* pipe */.Fs(zod/* string */.Yj().check(zod/* regex */.yG(pattern)), zod/* transform */.pd(Number));
}
const MOST_ITEMS = 10_000;
function strictList(item) {
  const isList = (value) => Array.isArray(value) && value.length <= MOST_ITEMS;
  return zod/* pipe */.Fs(zod/* custom */.Ie(isList), zod/* array */.YO(item));
}
const LONGEST_HTML = 16_000;
const LONGEST_MESSAGE = 1_000;
function looseHtml(maxLength) {
  const readable = (html) => {
    const text = (0,clean/* cleanText */.X5)((0,html_to_text/* htmlToText */.G)(html.slice(0, LONGEST_HTML)), maxLength);
    return text === '' || text === 'success' ? undefined : text;
  };
  return loose(zod/* pipe */.Fs(textOrNumber, zod/* transform */.pd(readable)));
}
const looseWord = zod/* pipe */.Fs(looseText, zod/* transform */.pd((text) => text && (0,clean/* cutText */.IN)(text, 200)));
const looseMessage = looseHtml(LONGEST_MESSAGE);
const MOST_READ_ITEMS = 2_000;
function looseList(item) {
  const readable = (items) => (items ?? []).slice(0, MOST_READ_ITEMS).flatMap(one => {
    const parsed = item.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  });
  return zod/* pipe */.Fs(loose(zod/* custom */.Ie(Array.isArray)), zod/* transform */.pd(readable));
}
const looseNumber = loose(zod/* union */.KC([zod/* number */.ai(), zod/* pipe */.Fs(digits(/^\d+$/u), zod/* number */.ai())]));
const decidingCount = zod/* catch */.Mf(zod/* pipe */.Fs(zod/* nullish */.cl(wholeNumber), zod/* transform */.pd((count) => {
  if (count === null || count === undefined)
    return undefined;
  return count >= 0 && count <= MOST_ITEMS ? count : 'odd';
})), 'odd');
const looseTime = zod/* pipe */.Fs(looseNumber, zod/* transform */.pd((ms) => ms !== undefined && ms > 0 && ms <= LATEST_DATE_MS ? ms : undefined));
const isoTime = loose(zod/* pipe */.Fs(zod/* iso */.KH.datetime({ offset: true }), zod/* transform */.pd(Date.parse)));
const looseBoolean = loose(zod/* union */.KC([
  zod/* boolean */.zM(),
  zod/* pipe */.Fs(zod/* enum */.k5(['true', 'false']), zod/* transform */.pd((text) => text === 'true')),
]));
function isPlainId(text) {
  return /^[\w.-]{1,200}$/u.test(text);
}
;// CONCATENATED MODULE: ./build/src/sae/application.js
const taskSchema = zod/* object */.Ik({
  TaskName: looseWord,
  Status: looseNumber,
  ErrorCode: looseWord,
  ErrorMessage: looseMessage,
  Message: looseMessage,
  ErrorIgnore: zod/* optional */.lq(zod/* unknown */.L5()),
});
const stageSchema = zod/* object */.Ik({ StageName: looseWord, TaskList: looseList(taskSchema) });
const dataSchema = zod/* object */.Ik({ StageList: looseList(stageSchema) });
async function describePipeline(caller, pipelineId, signal) {
  const asked = await ask(caller, 'DescribePipeline', { PipelineId: pipelineId }, dataSchema, signal);
  return mapAsked(asked, ({ StageList }) => StageList.flatMap(({ StageName, TaskList }) => TaskList.map(task => toTask(StageName, task))));
}
function toTask(stage, task) {
  return {
    stage,
    task: task.TaskName,
    status: task.Status,
    errorCode: task.ErrorCode,
    errorMessage: task.ErrorMessage,
    message: task.Message,
    errorIgnored: [1, '1', true, 'true'].some(yes => yes === task.ErrorIgnore),
  };
}
const configSchema = zod/* object */.Ik({ NamespaceId: zod/* nullish */.cl(zod/* string */.Yj()) });
async function describeNamespaceId(caller, appId, signal) {
  const asked = await ask(caller, 'DescribeApplicationConfig', { AppId: appId }, configSchema, signal);
  return mapAsked(asked, ({ NamespaceId }) => (0,clean/* cleanText */.X5)(NamespaceId ?? '', 200) || undefined);
}
const eventSchema = zod/* object */.Ik({
  EventType: looseWord,
  Reason: looseWord,
  Message: looseMessage,
  CauseAnalysis: looseMessage,
  ObjectKind: looseWord,
  ObjectName: looseWord,
  FirstTimestamp: isoTime,
  LastTimestamp: isoTime,
});
const eventsSchema = zod/* object */.Ik({ AppEventEntity: looseList(eventSchema) });
const EVENTS_A_PAGE = 100;
async function listWarningEvents(caller, { appId, namespaceId }, signal) {
  const query = {
    AppId: appId,
    Namespace: namespaceId,
    EventType: 'Warning',
    CurrentPage: '1',
    PageSize: String(EVENTS_A_PAGE),
  };
  const asked = await ask(caller, 'ListAppEvents', query, eventsSchema, signal);
  return mapAsked(asked, ({ AppEventEntity }) => AppEventEntity.filter(({ EventType }) => (EventType ?? 'Warning') === 'Warning').map(toEvent));
}
function toEvent(event) {
  return {
    reason: event.Reason,
    message: event.Message,
    causeAnalysis: event.CauseAnalysis,
    objectKind: event.ObjectKind,
    objectName: event.ObjectName,
    firstMs: event.FirstTimestamp,
    lastMs: event.LastTimestamp,
  };
}
const logSchema = zod/* nullish */.cl(zod/* string */.Yj());
async function describeInstanceLog(caller, { instanceId, previous }, signal) {
  const query = { InstanceId: instanceId, ...(previous ? { Previous: 'true' } : {}) };
  const asked = await ask(caller, 'DescribeInstanceLog', query, logSchema, signal);
  return mapAsked(asked, log => (0,clean/* lastLines */.w$)(log ?? ''));
}
;// CONCATENATED MODULE: ./build/src/sae/bounded-reads.js
class OutOfCalls extends Error {
  name = 'OutOfCalls';
}
function limitCalls(caller, most, turn, shared = { left: Infinity }) {
  let calls = 0;
  return {
    call: async (action, query, signal) => {
      if (++calls > most || --shared.left < 0)
        throw new OutOfCalls(`no more than ${most} calls`);
      return caller.call(action, query, signal, turn);
    },
  };
}
function sharedReads(caller) {
  const asked = new Map();
  return {
    call: async (action, query, signal, turn) => {
      const question = JSON.stringify([action, Object.entries(query).toSorted()]);
      const before = asked.get(question);
      const answer = before ?? caller.call(action, query, signal, turn);
      asked.set(question, answer);
      const came = await answer;
      if (came.kind === 'fault')
        asked.delete(question);
      return came;
    },
  };
}
;// CONCATENATED MODULE: ./build/src/sae/running.js
function exactWord(pattern) {
  return loose(zod/* string */.Yj().check(zod/* regex */.yG(pattern)));
}
const STATE = /^[\x20-\x7e]{1,200}$/u;
const VERSION = /^[\x21-\x7e]{1,200}$/u;
const IMAGE = /^[\w.:/@+-]{1,512}$/u;
const count = wholeNumber.check(zod/* refine */.YP(number => number >= 0));
const groupSchema = zod/* object */.Ik({
  GroupId: zod/* string */.Yj().check(zod/* minLength */.Bp(1)),
  Replicas: loose(count),
});
const GROUPS_A_PAGE = 10;
async function describeApplicationGroups(caller, appId, signal, turn = POLL) {
  const answer = await caller.call('DescribeApplicationGroups', { AppId: appId }, signal, turn);
  if (answer.kind === 'fault')
    return answer;
  return { kind: 'answer', value: (looseList(groupSchema).safeParse(answer.data).data ?? []).map(toGroup) };
}
function toGroup({ GroupId, Replicas }) {
  return { groupId: GroupId, replicas: Replicas };
}
const instanceSchema = zod/* object */.Ik({
  InstanceId: zod/* string */.Yj().check(zod/* minLength */.Bp(1)),
  InstanceContainerStatus: looseWord,
  InstanceHealthStatus: looseWord,
  UnhealthyMessage: looseMessage,
  InstanceContainerRestarts: looseNumber,
  CreateTimeStamp: looseTime,
  ImageUrl: exactWord(IMAGE),
  PackageVersion: exactWord(VERSION),
});
const instancesSchema = zod/* object */.Ik({ Instances: looseList(instanceSchema), TotalSize: looseNumber });
const INSTANCES_A_PAGE = 100;
async function describeApplicationInstances(caller, query, signal, turn = POLL) {
  const answer = await callInstances(caller, query, 1, signal, turn);
  if (answer.kind === 'fault')
    return answer;
  const page = instancesSchema.safeParse(answer.data);
  if (!page.success)
    return malformedAnswer('DescribeApplicationInstances', { kind: 'no-data' }, answer.requestId);
  const { Instances: items, TotalSize: total } = page.data;
  return { kind: 'answer', value: { instances: items.map(one => toInstance(one, answer.cameMs)), total } };
}
function callInstances(caller, { appId, groupId, pipelineId }, page, signal, turn) {
  const query = {
    AppId: appId,
    GroupId: groupId,
    CurrentPage: String(page),
    PageSize: String(INSTANCES_A_PAGE),
    Reverse: 'false',
    ...(pipelineId === undefined ? {} : { PipelineId: pipelineId }),
  };
  return caller.call('DescribeApplicationInstances', query, signal, turn);
}
function toInstance(instance, cameMs) {
  const { CreateTimeStamp: createdMs } = instance;
  return {
    instanceId: (0,clean/* cleanText */.X5)(instance.InstanceId, 200),
    containerStatus: instance.InstanceContainerStatus,
    healthStatus: instance.InstanceHealthStatus,
    unhealthyMessage: instance.UnhealthyMessage,
    restarts: instance.InstanceContainerRestarts,
    createdMs: createdMs !== undefined && createdMs <= latestBelievableMs(cameMs) ? createdMs : undefined,
    imageUrl: instance.ImageUrl,
    packageVersion: instance.PackageVersion,
  };
}
const MOST_PAGES = 200;
const strictGroups = strictList(groupSchema);
async function allGroups(caller, appId, signal, turn) {
  const action = 'DescribeApplicationGroups';
  const groups = new Map();
  for (let number = 1; number <= MOST_PAGES; number++) {
    const query = number === 1 ? { AppId: appId } : { AppId: appId, CurrentPage: String(number) };
    const answer = await caller.call(action, query, signal, turn);
    if (answer.kind === 'fault')
      return answer;
    const page = strictGroups.safeParse(answer.data);
    if (!page.success)
      return malformedAnswer(action, { kind: 'list-bad' }, answer.requestId);
    const known = groups.size;
    for (const item of page.data) {
      const group = toGroup(item);
      const before = groups.get(group.groupId);
      if (before !== undefined && before.replicas !== group.replicas) {
        return malformedAnswer(action, { kind: 'list-changed' }, answer.requestId);
      }
      groups.set(group.groupId, group);
    }
    const all = { kind: 'answer', value: [...groups.values()] };
    if (groups.size === known || page.data.length < GROUPS_A_PAGE)
      return all;
  }
  return malformedAnswer(action, { kind: 'list-endless', pages: MOST_PAGES });
}
const strictInstances = zod/* object */.Ik({
  Instances: strictList(zod/* extend */.X$(instanceSchema, {
    InstanceId: zod/* string */.Yj().check(zod/* refine */.YP(isPlainId)),
    InstanceContainerStatus: exactWord(STATE),
    InstanceHealthStatus: exactWord(STATE),
    InstanceContainerRestarts: loose(count),
  })),
  TotalSize: count,
});
async function allInstances(caller, query, signal, turn) {
  const action = 'DescribeApplicationInstances';
  const instances = new Map();
  let totalBefore;
  for (let number = 1; number <= MOST_PAGES; number++) {
    const answer = await callInstances(caller, query, number, signal, turn);
    if (answer.kind === 'fault')
      return answer;
    const page = strictInstances.safeParse(answer.data);
    if (!page.success)
      return malformedField(action, page.error.issues[0]?.path, answer.requestId);
    const { Instances: items, TotalSize: total } = page.data;
    const changed = malformedAnswer(action, { kind: 'list-changed' }, answer.requestId);
    if (number > 1 && total !== totalBefore)
      return changed;
    const known = instances.size;
    for (const item of items)
      instances.set(item.InstanceId, toInstance(item, answer.cameMs));
    const added = instances.size - known;
    if (added > 0 && added < items.length) {
      return changed;
    }
    if (instances.size === total)
      return { kind: 'answer', value: [...instances.values()] };
    if (added === 0 || instances.size > total) {
      return malformedAnswer(action, { kind: 'list-short', of: 'instances', size: instances.size, total }, answer.requestId);
    }
    totalBefore = total;
  }
  return malformedAnswer(action, { kind: 'list-endless', pages: MOST_PAGES });
}
function malformedField(action, path = [], requestId) {
  const field = ['Data', ...path.map(String)].join('.');
  return malformedAnswer(action, path.length === 0 ? { kind: 'no-data' } : { kind: 'bad-field', field }, requestId);
}
const statusSchema = zod/* object */.Ik({
  AppId: zod/* nullish */.cl(zod/* string */.Yj()),
  LastChangeOrderId: loose(zod/* string */.Yj().check(zod/* refine */.YP(isPlainId))),
});
async function lastChangeOrderId(caller, appId, signal, turn = POLL) {
  const action = 'DescribeApplicationStatus';
  const answer = await caller.call(action, { AppId: appId }, signal, turn);
  if (answer.kind === 'fault')
    return answer;
  const status = statusSchema.safeParse(answer.data);
  if (!status.success)
    return malformedField(action, status.error.issues[0]?.path, answer.requestId);
  const { AppId: reported, LastChangeOrderId: id } = status.data;
  if (reported && reported !== appId)
    return malformedAnswer(action, { kind: 'bad-field', field: 'Data.AppId' }, answer.requestId);
  return { kind: 'answer', value: id };
}

// EXTERNAL MODULE: ./build/src/diagnosis/diagnosis.js
var diagnosis = __nccwpck_require__(7814);
// EXTERNAL MODULE: ./build/src/rollout/statuses.js
var statuses = __nccwpck_require__(525);
;// CONCATENATED MODULE: ./build/src/diagnosis/findings.js
function failingBatch(order) {
  const { batches, currentPipelineId } = order;
  return (numbered(batches, batches.findIndex(hasFailed)) ??
    numbered(batches, batches.findIndex(isTerminated)) ??
    numbered(batches, currentPipelineId === undefined
      ? -1
      : batches.findIndex(batch => batch.pipelineId === currentPipelineId)) ??
    numbered(batches, batches.findLastIndex(change_order/* hasBegun */.SU)));
}
function numbered(batches, index) {
  const batch = batches[index];
  return batch === undefined ? undefined : { number: index + 1, batch };
}
function hasFailed({ status }) {
  const name = (0,statuses/* failedStatusName */.J_)(status);
  return name === 'failed' || name === 'system-error';
}
function isTerminated({ status }) {
  return (0,statuses/* failedStatusName */.J_)(status) === 'terminated';
}
const STATES = {
  3: 'failed',
  10: 'system-error',
  5: 'awaiting-retry',
  1: 'in-progress',
  6: 'terminated',
};
const BY_WEIGHT = [
  'failed',
  'system-error',
  'awaiting-retry',
  'in-progress',
  'terminated',
];
function failingTasks(tasks) {
  const known = tasks.flatMap(task => {
    const state = STATES[task.status ?? -1];
    return state === undefined ? [] : [failingTask(task, state)];
  });
  const failing = known.filter(({ state, error }) => state !== 'in-progress' || error !== undefined);
  return (failing.length > 0 ? failing : known).toSorted((a, b) => weightOfTask(a) - weightOfTask(b));
}
function failingTask(task, state) {
  return {
    stage: task.stage,
    task: task.task,
    state,
    error: errorOf(task),
    errorIgnored: task.errorIgnored,
  };
}
function errorOf({ errorCode, errorMessage, message, status }) {
  const text = errorMessage ?? (status === 1 ? undefined : message);
  if (text === undefined || errorCode === undefined)
    return text ?? errorCode;
  return text.includes(errorCode) ? text : `${errorCode}: ${text}`;
}
function weightOfTask({ state, errorIgnored }) {
  return BY_WEIGHT.indexOf(state) + (errorIgnored ? BY_WEIGHT.length : 0);
}
const TROUBLED_CONTAINER = /error|backoff|errimage|invalidimage|oom|pending|unknown|notfound|evicted|failed/iu;
const LEAVING = /^terminating$/iu;
function isUnhealthy({ containerStatus = '', healthStatus = '', unhealthyMessage, }) {
  if (LEAVING.test(containerStatus))
    return false;
  return (TROUBLED_CONTAINER.test(containerStatus) ||
    /unhealthy$/iu.test(healthStatus) ||
    unhealthyMessage !== undefined);
}
function unhealthyInstances(instances) {
  const byId = new Map(instances.filter(isUnhealthy).map(instance => [instance.instanceId, instance]));
  return [...byId.values()].toSorted((a, b) => weightOfInstance(a) - weightOfInstance(b) || (b.restarts ?? 0) - (a.restarts ?? 0));
}
function weightOfInstance({ containerStatus = '', unhealthyMessage }) {
  if (/^pending$/iu.test(containerStatus))
    return 2;
  if (TROUBLED_CONTAINER.test(containerStatus))
    return 0;
  return unhealthyMessage === undefined ? 2 : 1;
}
const MOST_EVENTS = 6;
const RESOLUTION_MS = 1_000;
function recentEvents(events, sinceMs) {
  const fromMs = sinceMs - RESOLUTION_MS;
  const recent = events
    .filter(event => lastSeenMs(event) >= fromMs)
    .toSorted((a, b) => lastSeenMs(b) - lastSeenMs(a));
  const said = new Set();
  const news = recent.filter(({ reason, message }) => {
    const saying = JSON.stringify([reason, message]);
    return !said.has(saying) && said.add(saying);
  });
  return news.slice(0, MOST_EVENTS);
}
function lastSeenMs({ firstMs, lastMs }) {
  return lastMs ?? firstMs ?? -Infinity;
}

// EXTERNAL MODULE: ./build/src/diagnosis/known-causes.js
var known_causes = __nccwpck_require__(2797);
;// CONCATENATED MODULE: ./build/src/diagnosis/diagnose.js
const LONGEST_DIAGNOSIS_MS = 15_000;
const MOST_CALLS = 10;
const PARTS = Object.keys(diagnosis/* DIAGNOSIS_PARTS */.f);
const MOST_GROUPS = 2;
const MOST_TASKS = 5;
const MOST_INSTANCES = 5;
async function diagnose(parts) {
  const inquiry = new Inquiry(parts);
  const { clock, cancel } = parts;
  await (0,polling_clock/* within */.u)(clock, LONGEST_DIAGNOSIS_MS, cancel, signal => inquiry.run(signal));
  return inquiry.findings();
}
class Inquiry {
  #parts;
  #caller;
  #batch;
  #gaps = [];
  #open = new Set();
  #tasks = [];
  #instances = [];
  #events = [];
  #log;
  constructor(parts) {
    this.#parts = parts;
    const nowMs = parts.clock.nowMs();
    const turn = { purpose: 'diagnosis', unseenSinceMs: nowMs, askedMs: nowMs };
    this.#caller = limitCalls(parts.client, MOST_CALLS, turn);
    this.#batch = failingBatch(parts.order);
  }
  async run(signal) {
    await Promise.all([
      this.#ask('tasks', () => this.#askTasks(signal)),
      this.#ask('instances', () => this.#askInstances(signal)).then(() => this.#ask('log', () => this.#askLog(signal))),
      this.#ask('events', () => this.#askEvents(signal)),
    ]);
  }
  findings() {
    const tasks = this.#tasks.slice(0, MOST_TASKS);
    const instances = this.#instances.slice(0, MOST_INSTANCES);
    const events = this.#events;
    const ranOut = [...this.#open].map((part) => ({ part, why: { kind: 'ran-out' } }));
    return {
      batch: this.#batch && { number: this.#batch.number, of: (0,change_order/* batchTotal */.ri)(this.#parts.order) },
      tasks,
      instances,
      unhealthyCount: this.#instances.length,
      events,
      log: this.#log,
      causes: (0,known_causes/* knownCauses */.Yp)({ tasks, instances, events }),
      gaps: [...this.#gaps, ...ranOut].toSorted((a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part)),
    };
  }
  async #ask(part, work) {
    this.#open.add(part);
    const why = await work().catch((thrown) => {
      if (thrown instanceof OutOfCalls)
        return { kind: 'ran-out' };
      return { kind: 'bug', message: (0,clean/* thrownText */.kZ)(thrown, this.#parts.hide) };
    });
    this.#open.delete(part);
    if (why !== undefined)
      this.#gaps.push({ part, why });
  }
  async #askTasks(signal) {
    const pipelineId = this.#batch?.batch.pipelineId;
    if (pipelineId === undefined)
      return { kind: 'not-reported', what: 'batch' };
    const asked = await describePipeline(this.#caller, pipelineId, signal);
    if (asked.kind === 'fault')
      return asked;
    this.#tasks = failingTasks(asked.value);
    return undefined;
  }
  async #askInstances(signal) {
    const { appId } = this.#parts;
    if (appId === undefined)
      return { kind: 'not-reported', what: 'application' };
    const groups = await describeApplicationGroups(this.#caller, appId, signal);
    if (groups.kind === 'fault')
      return groups;
    if (groups.value.length === 0)
      return { kind: 'not-reported', what: 'group' };
    const asked = await Promise.all(groups.value.slice(0, MOST_GROUPS).map(({ groupId }) => this.#instancesOf(appId, groupId, signal)));
    this.#instances = unhealthyInstances(asked.flatMap(one => (one.kind === 'answer' ? one.value.instances : [])));
    return asked.find(one => one.kind === 'fault');
  }
  async #instancesOf(appId, groupId, signal) {
    const pipelineId = this.#batch?.batch.pipelineId;
    if (pipelineId !== undefined) {
      const query = { appId, groupId, pipelineId };
      const ofBatch = await describeApplicationInstances(this.#caller, query, signal);
      if (ofBatch.kind === 'fault' || ofBatch.value.instances.some(isUnhealthy))
        return ofBatch;
    }
    return describeApplicationInstances(this.#caller, { appId, groupId }, signal);
  }
  async #askEvents(signal) {
    const { appId, order, startedWallMs } = this.#parts;
    if (appId === undefined)
      return { kind: 'not-reported', what: 'application' };
    const namespace = await describeNamespaceId(this.#caller, appId, signal);
    if (namespace.kind === 'fault')
      return namespace;
    const namespaceId = namespace.value;
    if (namespaceId === undefined)
      return { kind: 'not-reported', what: 'namespace' };
    const events = await listWarningEvents(this.#caller, { appId, namespaceId }, signal);
    if (events.kind === 'fault')
      return events;
    this.#events = recentEvents(events.value, (0,change_order/* rolloutStartMs */.iD)(order) ?? startedWallMs);
    return undefined;
  }
  async #askLog(signal) {
    const [instance] = this.#instances;
    if (!this.#parts.withLog || instance === undefined)
      return undefined;
    const { instanceId, restarts = 0 } = instance;
    const previous = restarts > 0;
    const asked = await describeInstanceLog(this.#caller, { instanceId, previous }, signal);
    if (asked.kind === 'fault')
      return asked;
    this.#log = { instanceId, previous, lines: asked.value };
    return undefined;
  }
}
;// CONCATENATED MODULE: ./build/src/sae/application-list.js
const APPLICATIONS_PAGE_SIZE = 100;
const application_list_MOST_PAGES = 500;
const applicationSchema = zod/* object */.Ik({
  AppId: zod/* string */.Yj().check(zod/* refine */.YP(isPlainId)),
  AppName: zod/* string */.Yj(),
  NamespaceId: zod/* nullish */.cl(zod/* string */.Yj()),
  BaseAppId: loose(zod/* string */.Yj()),
});
const pageSchema = zod/* object */.Ik({
  Applications: zod/* nullish */.cl(strictList(applicationSchema)),
  TotalSize: wholeNumber,
});
async function listApplications(client, query, signal, turn) {
  const listed = new Map();
  let totalBefore;
  for (let number = 1; number <= application_list_MOST_PAGES; number++) {
    const page = await askPage(client, query, number, signal, turn);
    if (page.kind === 'fault')
      return page;
    const { applications, total, requestId } = page;
    const known = listed.size;
    const torn = applications.some(one => isOther(listed.get(one.appId), one));
    for (const one of applications)
      listed.set(one.appId, one);
    if (torn || total !== (totalBefore ?? total) || listed.size > total) {
      return malformedAnswer('ListApplications', { kind: 'list-changed' }, requestId);
    }
    if (listed.size === total)
      return { kind: 'applications', applications: [...listed.values()] };
    if (listed.size === known) {
      const detail = { kind: 'list-short', of: 'applications', size: known, total };
      return malformedAnswer('ListApplications', detail, requestId);
    }
    totalBefore = total;
  }
  return malformedAnswer('ListApplications', { kind: 'list-endless', pages: application_list_MOST_PAGES });
}
async function askPage(client, { appName, namespaceId }, number, signal, turn) {
  const query = {
    AppName: appName,
    ...(namespaceId === undefined ? {} : { NamespaceId: namespaceId }),
    CurrentPage: String(number),
    PageSize: String(APPLICATIONS_PAGE_SIZE),
  };
  const answer = await client.call('ListApplications', query, signal, turn);
  if (answer.kind === 'fault')
    return answer;
  const { requestId } = answer;
  const data = pageSchema.safeParse(answer.data).data;
  const total = data?.TotalSize ?? MOST_ITEMS + 1;
  if (data === undefined || total > MOST_ITEMS || (!data.Applications && total !== 0)) {
    return malformedAnswer('ListApplications', { kind: 'list-bad' }, requestId);
  }
  return { kind: 'page', applications: (data.Applications ?? []).map(toListed), total, requestId };
}
function toListed(item) {
  const { AppId: appId, AppName: appName, NamespaceId, BaseAppId = '' } = item;
  const grey = BaseAppId !== '' && BaseAppId !== appId;
  return { appId, appName, namespaceId: NamespaceId || undefined, grey };
}
function isOther(before, now) {
  if (before === undefined)
    return false;
  const { appName, namespaceId, grey } = before;
  return appName !== now.appName || namespaceId !== now.namespaceId || grey !== now.grey;
}
;// CONCATENATED MODULE: ./build/src/text/nearest-name.js
function nearestName(typed, known) {
  const most = Math.ceil(typed.length / 3);
  const [best] = known
    .map(name => ({
    name,
    typos: name.startsWith(typed) && typed.length > 2 ? 0 : editDistance(typed, name),
  }))
    .filter(({ typos }) => typos <= most)
    .toSorted((a, b) => a.typos - b.typos);
  return best?.name;
}
function editDistance(from, to) {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of from.split('').entries()) {
    const next = [index + 1];
    for (const [column, other] of to.split('').entries()) {
      const changed = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

// EXTERNAL MODULE: ./build/src/rollout/judge.js
var judge = __nccwpck_require__(4420);
;// CONCATENATED MODULE: ./build/src/polling/throttling.js
const LONGEST_HINT_MS = 60_000;
function withPause(pause, waitMs, maxMs) {
  if (pause === undefined)
    return waitMs;
  return pause.hintMs === undefined ? maxMs : Math.max(waitMs, Math.min(pause.hintMs, LONGEST_HINT_MS));
}
const MINUTE_MS = 60_000;
const LOWEST_PER_MINUTE = 2;
const RESTORED_SHARE = 0.1;
function fullRate(perMinute, nowMs) {
  return { fullPerMinute: perMinute, perMinute, sinceMs: nowMs, halvedMs: -Infinity };
}
function throttledRate(rate, sentMs, nowMs) {
  if (sentMs <= rate.halvedMs)
    return { ...rate, sinceMs: nowMs };
  const lowest = Math.min(LOWEST_PER_MINUTE, rate.fullPerMinute);
  return { ...rate, perMinute: Math.max(lowest, rate.perMinute / 2), sinceMs: nowMs, halvedMs: nowMs };
}
function restoredRate(rate, nowMs) {
  const quietMinutes = Math.floor((nowMs - rate.sinceMs) / MINUTE_MS);
  if (quietMinutes === 0 || rate.perMinute === rate.fullPerMinute)
    return rate;
  const perMinute = rate.perMinute + quietMinutes * rate.fullPerMinute * RESTORED_SHARE;
  return {
    ...rate,
    perMinute: Math.min(rate.fullPerMinute, perMinute),
    sinceMs: rate.sinceMs + quietMinutes * MINUTE_MS,
  };
}
;// CONCATENATED MODULE: ./build/src/polling/poll.js
const JITTER = 0.1;
function nextPollMs(waiting, bounds, chance) {
  const { nowMs, deadlineMs } = waiting;
  const remainingMs = deadlineMs - nowMs;
  const waitMs = withPause(waiting.pause, nearer(waiting, bounds, jittered(waiting, bounds, chance)), bounds.maxMs);
  if (waitMs >= remainingMs)
    return deadlineMs;
  const roomMs = remainingMs - bounds.minMs;
  const tooLate = waitMs > roomMs && roomMs >= bounds.minMs && waiting.pause === undefined;
  return nowMs + Math.ceil(tooLate ? roomMs : waitMs);
}
function jittered({ plannedMs }, { minMs, maxMs }, chance) {
  return clamp(plannedMs * (1 + JITTER * (2 * chance - 1)), minMs, maxMs);
}
function nearer({ nowMs, aimsMs }, { minMs }, waitMs) {
  const ahead = aimsMs.map(aimMs => aimMs - nowMs).filter(aheadMs => aheadMs > 0);
  return Math.min(waitMs, Math.max(minMs, Math.min(...ahead)));
}
function clamp(value, low, high) {
  return Math.min(high, Math.max(low, value));
}
const GROWTH = 1.5;
function backoffMs(pollsInVain, { minMs, maxMs }) {
  return Math.min(maxMs, minMs * GROWTH ** pollsInVain);
}
class News {
  #coming = new AbortController();
  get next() {
    return this.#coming.signal;
  }
  announce() {
    const current = this.#coming;
    this.#coming = new AbortController();
    current.abort();
  }
}
async function poll(task, initial) {
  const { clock, signal } = task;
  let state = initial;
  for (;;) {
    const beganMs = clock.nowMs();
    const remainingMs = task.deadlineMs(state) - beganMs;
    const limitMs = remainingMs > 0 ? remainingMs : task.lastPollLimitMs;
    const polled = await pollWithin(task, limitMs);
    if (polled.kind === 'aborted')
      return undefined;
    if (polled.kind === 'timed-out' && remainingMs > 0)
      continue;
    const nowMs = clock.nowMs();
    if (polled.kind === 'done') {
      const before = state;
      state = task.fold(before, polled.value, nowMs);
      task.observed(state, before);
    }
    const deadlineMs = task.deadlineMs(state);
    const isLast = remainingMs <= 0 || beganMs >= deadlineMs;
    const judgedMs = isLast ? nowMs : Math.min(nowMs, deadlineMs - 1);
    const seen = state;
    const decide = () => task.decide(seen, judgedMs);
    const decision = decide();
    if (decision.kind === 'ended')
      return decision.ending;
    const sleeping = sleepAsPlanned(task, { nowMs, deadlineMs }, decision, decide);
    task.waits?.(state);
    const last = await sleeping;
    if (signal.aborted)
      return undefined;
    if (last.kind === 'ended')
      return last.ending;
  }
}
async function sleepAsPlanned({ clock, chance, bounds, signal, news, }, polled, first, decide) {
  const drawn = chance();
  let decision = first;
  for (;;) {
    const unheard = news?.next;
    if (decision.kind === 'ended')
      return decision;
    const dueMs = nextPollMs({ ...polled, ...decision }, bounds, drawn);
    const woken = unheard === undefined ? signal : AbortSignal.any([signal, unheard]);
    await clock.sleep(dueMs - clock.nowMs(), woken);
    if (signal.aborted || unheard?.aborted !== true)
      return decision;
    decision = decide();
  }
}
function pollWithin({ clock, signal, observe }, limitMs) {
  if (limitMs <= 0)
    return Promise.resolve({ kind: signal.aborted ? 'aborted' : 'timed-out' });
  return (0,polling_clock/* within */.u)(clock, limitMs, signal, observe);
}
;// CONCATENATED MODULE: ./build/src/discovery/list-polls.js
const NO_LIST_POLLS = {
  last: undefined,
  unreadableSinceMs: undefined,
  doubt: undefined,
  quietPolls: 0,
};
const ANSWERS = ['throttled', 'contradictory'];
function foldListPoll(before, poll, nowMs) {
  const isAnswer = poll.kind === 'fault' && ANSWERS.includes(poll.fault.reason);
  const unreadable = poll.kind === 'fault' && !isAnswer;
  return {
    last: poll,
    unreadableSinceMs: unreadable ? (before.unreadableSinceMs ?? nowMs) : undefined,
    doubt: poll.kind === 'fault' ? doubtAfter(before.doubt, poll.fault, nowMs) : undefined,
    quietPolls: before.quietPolls + 1,
  };
}
function doubtAfter(before, fault, nowMs) {
  if (!(0,rollout_fault/* isDoubtful */.Ge)(fault))
    return before;
  const { reason } = fault;
  const again = before?.reason === reason ? before : { sinceMs: nowMs, polls: 0 };
  return { reason, sinceMs: again.sinceMs, lastMs: nowMs, polls: again.polls + 1 };
}
function searchEndMs({ last }, { searchUntilMs, deadlineMs }) {
  const isRead = last !== undefined && last.kind !== 'fault';
  return isRead ? Math.min(searchUntilMs, deadlineMs) : deadlineMs;
}
function noAnswer(action) {
  return { action, reason: 'no-answer', message: '', detail: { kind: 'list-unfinished' } };
}
function troubleOf(polls, nowMs, limits, action) {
  const { last, unreadableSinceMs, doubt } = polls;
  const over = nowMs >= searchEndMs(polls, limits);
  if (last === undefined)
    return over ? { kind: 'unreadable', fault: noAnswer(action) } : undefined;
  if (last.kind !== 'fault')
    return undefined;
  const stands = (0,rollout_fault/* isDoubtful */.Ge)(last.fault) && doubt !== undefined && (0,judge/* refusalStands */.gU)(doubt);
  if ((0,rollout_fault/* isFinal */.dR)(last.fault) || stands)
    return { kind: 'refused', fault: last.fault };
  const tooLong = unreadableSinceMs !== undefined && nowMs - unreadableSinceMs >= limits.outageToleranceMs;
  return tooLong || over ? { kind: 'unreadable', fault: last.fault } : undefined;
}
async function pollList(wait, { observe, limits, decide, listed, troubled }) {
  const { settings, clock, chance, cancel } = wait;
  return poll({
    clock,
    chance,
    bounds: settings.bounds,
    deadlineMs: polls => searchEndMs(polls, limits),
    lastPollLimitMs: wait.lastPollLimitMs,
    signal: cancel,
    observe,
    fold: foldListPoll,
    decide: (polls, nowMs) => {
      const ending = decide(polls, nowMs);
      if (ending !== undefined)
        return { kind: 'ended', ending };
      const { last, quietPolls } = polls;
      return {
        kind: 'wait',
        plannedMs: backoffMs(quietPolls, settings.bounds),
        aimsMs: aimsMsOf(polls, limits),
        ...(0,rollout_fault/* pauseAfter */.l0)(last?.kind === 'fault' ? last.fault : undefined),
      };
    },
    observed: ({ last }, before) => {
      wait.turns.seen();
      if (last === undefined)
        return;
      if (last.kind !== 'fault')
        listed?.(last);
      else if (before.last?.kind !== 'fault')
        troubled(last.fault);
    },
  }, NO_LIST_POLLS);
}
function aimsMsOf({ unreadableSinceMs, doubt }, limits) {
  const outageEndsMs = unreadableSinceMs === undefined ? [] : [unreadableSinceMs + limits.outageToleranceMs];
  const doubtStandsMs = doubt === undefined ? [] : [doubt.sinceMs + judge/* DOUBT_STANDS_MS */._g];
  return [limits.searchUntilMs, ...outageEndsMs, ...doubtStandsMs];
}
;// CONCATENATED MODULE: ./build/src/discovery/find-application.js
class ApplicationNames {
  #found = new Map();
  async find(wait, { appId, appName, namespaceId }) {
    const key = JSON.stringify([appName, namespaceId]);
    const asked = this.#found.get(key) ?? findApplication(wait, { appName, namespaceId });
    this.#found.set(key, asked);
    const naming = await asked;
    if (naming.kind !== 'named')
      return naming;
    wait.note(naming);
    if (appId === undefined || appId === naming.appId)
      return naming;
    return { kind: 'name-mismatch', appName, appId: naming.appId, askedAppId: appId };
  }
}
async function findApplication(wait, query) {
  const { deadlineMs, settings, clock } = wait;
  const limits = {
    searchUntilMs: Math.min(clock.nowMs() + judge/* DOUBT_STANDS_MS */._g, deadlineMs),
    deadlineMs,
    outageToleranceMs: settings.outageToleranceMs,
  };
  const naming = await pollList(wait, {
    limits,
    observe: async (signal) => {
      const answer = await listApplications(wait.client, query, signal, wait.turns.next());
      return placed(answer, query);
    },
    decide: (polls, nowMs) => decideName(polls, nowMs, limits, query),
    troubled: fault => {
      wait.note({ kind: 'naming-trouble', fault });
    },
  });
  return naming ?? { kind: 'cancelled' };
}
function placed(poll, query) {
  if (poll.kind === 'fault' || query.namespaceId === undefined)
    return poll;
  const isNowhere = poll.applications.some(one => !one.grey && one.appName === query.appName && one.namespaceId === undefined);
  if (!isNowhere)
    return poll;
  return malformedAnswer('ListApplications', { kind: 'bad-field', field: 'NamespaceId' });
}
function decideName(polls, nowMs, limits, query) {
  const { last } = polls;
  if (last?.kind !== 'applications') {
    const trouble = troubleOf(polls, nowMs, limits, 'ListApplications');
    return trouble && { kind: 'names-unreadable', fault: trouble.fault };
  }
  const naming = chooseApplication(last.applications, query);
  return naming.kind === 'name-unknown' && nowMs < searchEndMs(polls, limits) ? undefined : naming;
}
const LONGEST_SHOWN = 100;
function chooseApplication(applications, { appName, namespaceId }) {
  const there = applications.filter(one => !one.grey && (namespaceId === undefined || one.namespaceId === namespaceId));
  const bearers = there.filter(one => one.appName === appName);
  const [one, ...others] = bearers;
  if (one === undefined) {
    return { kind: 'name-unknown', appName, namespaceId, nearest: nearestNames(appName, there) };
  }
  const namespaces = [
    ...new Set(bearers.map(bearer => (0,clean/* cleanText */.X5)(bearer.namespaceId ?? '', LONGEST_SHOWN) || '?')),
  ];
  if (others.length > 0)
    return { kind: 'name-ambiguous', appName, count: bearers.length, namespaces };
  return {
    kind: 'named',
    appName,
    appId: one.appId,
    namespaceId: one.namespaceId === undefined ? undefined : (0,clean/* cleanText */.X5)(one.namespaceId, LONGEST_SHOWN),
  };
}
const MOST_NEAREST = 5;
const MOST_COMPARED = 1_000;
function nearestNames(asked, applications) {
  const names = applications
    .slice(0, MOST_COMPARED)
    .map(one => (0,clean/* cleanText */.X5)(one.appName, LONGEST_SHOWN))
    .filter(name => name !== '');
  const most = Math.ceil(asked.length / 3);
  return [...new Set(names)]
    .map(name => ({ name, typos: typosIn(asked.toLowerCase(), name.toLowerCase(), most) }))
    .filter(({ typos }) => typos < Infinity)
    .toSorted((a, b) => a.typos - b.typos || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_NEAREST)
    .map(({ name }) => name);
}
function typosIn(asked, name, most) {
  const longer = name.length - asked.length;
  if (name.includes(asked))
    return longer;
  const typos = Math.abs(longer) > most ? Infinity : editDistance(asked, name);
  return typos <= most ? typos : Infinity;
}
;// CONCATENATED MODULE: ./build/src/discovery/run-start.js
const run_start_MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * run_start_MINUTE_MS;
const LONGEST_RUN_MS = 35 * DAY_MS;
const LAST_RERUN_MS = 30 * DAY_MS;
const run_start_CLOCKS_DIFFER_MS = 30 * run_start_MINUTE_MS;
function givenBound(createdAfter, nowMs) {
  const createdAfterMs = createdAfter.kind === 'time' ? createdAfter.epochMs : nowMs - createdAfter.durationMs;
  const ofPipeline = createdAfter.kind === 'time' && createdAfter.ofPipeline === true;
  const source = ofPipeline ? 'pipeline' : 'input';
  return { source, createdAfterMs, runUnknown: undefined, firstAttemptMs: undefined };
}
function runBound({ times, jobStartedMs, attempt }, nowMs) {
  if (!('unknown' in times) && canHaveBegun(times.attemptStartedMs, nowMs)) {
    return {
      source: 'run',
      createdAfterMs: times.attemptStartedMs,
      runUnknown: undefined,
      firstAttemptMs: attempt > 1 ? firstAttemptOf(times) : undefined,
    };
  }
  const runUnknown = 'unknown' in times ? times.unknown : { kind: 'impossible', startedMs: times.attemptStartedMs };
  if (jobStartedMs === undefined || !canHaveBegun(jobStartedMs, nowMs)) {
    return { unknown: { run: runUnknown, eventFileMs: jobStartedMs } };
  }
  return { source: 'job', createdAfterMs: jobStartedMs, runUnknown, firstAttemptMs: undefined };
}
function canHaveBegun(startedMs, nowMs) {
  return startedMs >= nowMs - LONGEST_RUN_MS && startedMs <= nowMs + run_start_CLOCKS_DIFFER_MS;
}
function firstAttemptOf({ createdMs, attemptStartedMs }) {
  const isPossible = createdMs >= attemptStartedMs - LAST_RERUN_MS && createdMs <= attemptStartedMs;
  return isPossible ? createdMs : undefined;
}
async function readRunStart(parts) {
  const { env, github, modifiedMs } = parts;
  const attempt = Number(env['GITHUB_RUN_ATTEMPT'] ?? '1') || 1;
  const eventFile = env['GITHUB_EVENT_PATH'];
  const jobStartedMs = eventFile === undefined || eventFile === '' ? undefined : modifiedMs(eventFile);
  const runId = Number(env['GITHUB_RUN_ID']);
  if (github === undefined || !runId) {
    return { times: { unknown: { kind: 'not-asked' } }, jobStartedMs, attempt };
  }
  return { times: await askedTimes(github, runId, attempt, parts), jobStartedMs, attempt };
}
async function askedTimes(github, runId, attempt, { clock, limitMs, cancel }) {
  const bounded = await (0,polling_clock/* within */.u)(clock, limitMs, cancel, signal => github.runTimes(runId, attempt, signal));
  if (bounded.kind !== 'done')
    return failed({ kind: 'time-limit', limitMs });
  const asked = bounded.value;
  if (asked.kind === 'done')
    return asked.value;
  return asked.kind === 'refused'
    ? { unknown: { kind: 'refused', httpStatus: asked.status } }
    : failed(asked.failure);
}
function failed(failure) {
  return { unknown: { kind: 'failed', failure } };
}
async function creationBound({ createdAfter }, nowWallMs, runStart) {
  return createdAfter.kind === 'run-start'
    ? runBound(await runStart(), nowWallMs)
    : givenBound(createdAfter, nowWallMs);
}
function isByOwnClock({ source }, { createdAfter }) {
  return source === 'job' || createdAfter.kind === 'ago';
}

// EXTERNAL MODULE: ./build/src/endings/ending.js
var endings_ending = __nccwpck_require__(935);
// EXTERNAL MODULE: ./build/src/inputs/table.js
var table = __nccwpck_require__(5835);
;// CONCATENATED MODULE: ./build/src/inputs/reader.js
const UNITS_MS = { h: 3_600_000, m: 60_000, s: 1_000, ms: 1 };
const NUMBER = String.raw `\d+(?:\.\d+)?`;
const PLAIN = new RegExp(`^${NUMBER}$`, 'u');
const WITH_UNITS = new RegExp(`^(?:(?<h>${NUMBER})h)?(?:(?<m>${NUMBER})m(?!s))?(?:(?<s>${NUMBER})s)?(?:(?<ms>${NUMBER})ms)?$`, 'u');
function parseDuration(text) {
  const trimmed = text.trim();
  const plainSeconds = PLAIN.test(trimmed);
  const durationMs = plainSeconds ? Number(trimmed) * 1_000 : sumOfUnits(trimmed);
  const usable = durationMs > 0 && durationMs <= Number.MAX_SAFE_INTEGER;
  return usable ? { durationMs, plainSeconds } : undefined;
}
function sumOfUnits(text) {
  const parts = text === '' ? undefined : WITH_UNITS.exec(text)?.groups;
  if (parts === undefined)
    return Number.NaN;
  return Object.entries(UNITS_MS).reduce((sum, [unit, unitMs]) => sum + Number(parts[unit] ?? 0) * unitMs, 0);
}
const LONGEST_WAIT_MS = 5 * 24 * 3_600_000;
class InputReader {
  faults = [];
  plainDurations = [];
  env;
  constructor(env) {
    this.env = env;
  }
  given(name) {
    return (0,table/* rawInput */.JR)(this.env, name) ?? '';
  }
  text(name) {
    const definition = table/* INPUTS */.mc[name];
    const fromEnvironment = (definition.environment ?? []).map(variable => this.env[variable]?.trim());
    return [this.given(name), ...fromEnvironment, definition.default].find(Boolean) ?? '';
  }
  guard(name) {
    return this.env[`INPUT_${name.toUpperCase()}`] ?? table/* INPUTS */.mc[name].default;
  }
  durationMs(name, longestMs = LONGEST_WAIT_MS) {
    const got = this.text(name);
    const written = parseDuration(got);
    if (written === undefined)
      this.faults.push({ kind: 'bad-duration', input: name, got: shown(got) });
    else if (written.durationMs > longestMs) {
      this.faults.push({ kind: 'long-duration', input: name, got: shown(got), longestMs });
    }
    else
      return this.tookDuration(name, got, written);
    return 1;
  }
  isFaultyDuration(name) {
    return this.faults.some(fault => (fault.kind === 'bad-duration' || fault.kind === 'long-duration') && fault.input === name);
  }
  tookDuration(name, got, { durationMs, plainSeconds }) {
    const wholeMs = Math.max(1, Math.round(durationMs));
    if (plainSeconds)
      this.plainDurations.push({ input: name, got, durationMs: wholeMs });
    return wholeMs;
  }
  choice(name, choices) {
    const got = this.text(name);
    const chosen = choices.find(choice => choice === got);
    if (chosen === undefined)
      this.faults.push({ kind: 'bad-choice', input: name, got: shown(got), choices });
    return chosen ?? choices[0];
  }
  flag(name) {
    const got = this.text(name);
    if (/^(?:true|True|TRUE)$/u.test(got))
      return true;
    if (!/^(?:false|False|FALSE)$/u.test(got))
      this.faults.push({ kind: 'bad-flag', input: name, got: shown(got) });
    return false;
  }
  line(name) {
    return this.oneLine(name, this.text(name));
  }
  oneLine(name, text) {
    if (hasLineBreak(text))
      this.faults.push({ kind: 'line-break', input: name, got: shown(text) });
    return text === '' ? undefined : text;
  }
}
function hasLineBreak(text) {
  return /[\n\v\f\r\u0085\u2028\u2029]/u.test(text);
}
const NAMED_CONTROLS = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
function shown(value) {
  const written = value
    .slice(0, 400)
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, char => NAMED_CONTROLS[char] ?? `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
  return (0,clean/* cleanText */.X5)(value.length > 400 ? `${written}…` : written, 100);
}

// EXTERNAL MODULE: ./build/src/inputs/proxies.js
var proxies = __nccwpck_require__(7715);
;// CONCATENATED MODULE: ./build/src/inputs/endpoint.js
function readEndpoint(text) {
  const url = (0,http_transport/* parseUrl */.Dl)(/^[a-z][a-z0-9+.-]*:\/\//iu.test(text) ? text : `https://${text}`);
  const bare = url !== null &&
    /^https?:$/u.test(url.protocol) &&
    url.pathname === '/' &&
    `${url.username}${url.password}${url.search}${url.hash}` === '' &&
    !/[\s?#@\\]/u.test(text);
  if (!bare)
    return { kind: 'bad' };
  const loopback = (0,proxies/* isLoopback */.U9)(url.hostname);
  if (url.protocol === 'http:' && !loopback)
    return { kind: 'not-https' };
  return { kind: 'origin', origin: url.origin, loopback };
}
const UNUSABLE_REGION = 'unusable-region';
function readPlace(reader) {
  const regionId = readRegion(reader);
  const endpoint = reader.text('endpoint');
  if (endpoint === '') {
    if (regionId === undefined)
      reader.faults.push({ kind: 'no-region' });
    return { regionId, origin: `https://sae.${regionId ?? UNUSABLE_REGION}.aliyuncs.com`, loopback: false };
  }
  const reading = readEndpoint(endpoint);
  if (reading.kind === 'origin')
    return { ...reading, regionId: regionId ?? regionOfHost(reading.origin) };
  const kind = reading.kind === 'not-https' ? 'endpoint-not-https' : 'bad-endpoint';
  reader.faults.push({ kind, got: shown(endpoint.replace(/^(\w+:\/\/)?.*@/su, '$1…@')) });
  return { regionId, origin: '', loopback: false };
}
const REGION = '[a-z]{2,}(?:-[a-z0-9]+)+';
const LONGEST_REGION = 64;
function readRegion(reader) {
  const value = reader.text('regionId');
  if (value === '')
    return undefined;
  if (value.length <= LONGEST_REGION && new RegExp(`^${REGION}$`, 'u').test(value))
    return value;
  const variable = table/* INPUTS */.mc.regionId.environment.find(name => reader.env[name]?.trim());
  const input = reader.given('regionId') === '' && variable !== undefined ? variable : 'regionId';
  reader.faults.push({ kind: 'bad-region', input, got: shown(value) });
  return UNUSABLE_REGION;
}
function regionOfHost(origin) {
  return new RegExp(`^https://sae(?:-vpc)?\\.(${REGION})\\.aliyuncs\\.com$`, 'u').exec(origin)?.[1];
}
;// CONCATENATED MODULE: ./build/src/inputs/credentials.js
const KEY_INPUTS = ['accessKeyId', 'accessKeySecret', 'securityToken'];
const KEY_VARIABLES = [0, 1].map(spelling => KEY_INPUTS.map(name => table/* INPUTS */.mc[name].environment[spelling]));
const ROLE_INPUTS = ['roleArn', 'oidcProviderArn'];
const TOKEN_FILE = 'ALIBABA_CLOUD_OIDC_TOKEN_FILE';
function readCredentials(reader) {
  const explicitKeys = KEY_INPUTS.some(name => reader.given(name) !== '');
  const explicitRole = ROLE_INPUTS.some(name => reader.given(name) !== '');
  if (explicitKeys && explicitRole) {
    reader.faults.push({ kind: 'keys-and-role' });
    return undefined;
  }
  if (explicitKeys) {
    return readKeys(reader, 'keys', KEY_INPUTS, KEY_INPUTS.map(name => reader.given(name)));
  }
  const tokenFile = variable(reader, TOKEN_FILE);
  if (explicitRole)
    return readExplicitRole(reader, tokenFile);
  for (const names of KEY_VARIABLES) {
    const values = names.map(name => variable(reader, name) ?? '');
    if (values.some(Boolean))
      return readKeys(reader, 'environment-keys', names, values);
  }
  const inEnvironment = { tokenFile, nameOf: variableOf, valueOf: name => reader.text(name) };
  if (tokenFile !== undefined)
    return readRole(reader, 'environment-role-by-token-file', inEnvironment);
  if (ROLE_INPUTS.some(name => reader.text(name) !== '')) {
    return readRole(reader, 'environment-role', { ...inEnvironment, nameOf: name => name });
  }
  const roleName = ecsRole(reader.env);
  if (roleName !== undefined)
    return { kind: 'ecs', source: 'ecs-role', roleName };
  reader.faults.push({ kind: 'no-credentials' });
  return undefined;
}
function variable({ env }, name) {
  return env[name]?.trim() || undefined;
}
function variableOf(name) {
  return table/* INPUTS */.mc[name].environment[0];
}
function readExplicitRole(reader, tokenFile) {
  const nameOf = (name) => name;
  const valueOf = (name) => reader.text(name);
  if (tokenFile === undefined)
    return readRole(reader, 'role', { tokenFile, nameOf, valueOf });
  if (!isOnGitHub(reader))
    return readRole(reader, 'role-by-token-file', { tokenFile, nameOf, valueOf });
  return readRole(reader, 'role', { tokenFile: undefined, nameOf, valueOf: name => reader.given(name) });
}
function isOnGitHub(reader) {
  return ['GITHUB_ACTIONS', 'ACTIONS_ID_TOKEN_REQUEST_URL'].some(name => variable(reader, name) !== undefined);
}
function readKeys(reader, source, names, values) {
  const [accessKeyId = '', accessKeySecret = '', securityToken = ''] = values;
  const missing = names.filter((_, index) => index < 2 && values[index] === '');
  if (missing.length > 0) {
    const given = names.filter((_, index) => values[index] !== '');
    reader.faults.push({ kind: 'half-credentials', given, missing });
    return undefined;
  }
  const unusable = names.filter((_, index) => /[^\u0021-\u007e]/u.test(values[index] ?? ''));
  reader.faults.push(...unusable.map(input => ({ kind: 'bad-credential', input })));
  if (unusable.length > 0)
    return undefined;
  const credentials = { accessKeyId, accessKeySecret, securityToken: securityToken || undefined };
  return { kind: 'keys', source, credentials };
}
const SHORTEST_SESSION_MS = 900_000;
const LONGEST_SESSION_MS = 43_200_000;
function readRole(reader, source, { tokenFile, nameOf, valueOf }) {
  const faultsBefore = reader.faults.length;
  const missing = ROLE_INPUTS.filter(name => valueOf(name) === '');
  const given = ROLE_INPUTS.filter(name => valueOf(name) !== '');
  if (missing.length > 0) {
    const named = [...given.map(nameOf), ...(tokenFile === undefined ? [] : [TOKEN_FILE])];
    reader.faults.push({ kind: 'half-credentials', given: named, missing: missing.map(nameOf) });
  }
  for (const name of given)
    checkArn(reader, name, valueOf(name));
  const roleSessionName = reader.text('roleSessionName') || `sae-rollout-gate-${reader.env['GITHUB_RUN_ID'] ?? '0'}`;
  if (!/^[A-Za-z0-9.@_-]{2,64}$/u.test(roleSessionName)) {
    reader.faults.push({ kind: 'bad-session-name', got: shown(roleSessionName) });
  }
  const durationMs = reader.durationMs('roleSessionDuration', Infinity);
  const inRange = durationMs >= SHORTEST_SESSION_MS && durationMs <= LONGEST_SESSION_MS;
  if (!inRange && !reader.isFaultyDuration('roleSessionDuration')) {
    reader.faults.push({ kind: 'bad-session-duration', got: shown(reader.text('roleSessionDuration')) });
  }
  const stsOrigin = readStsOrigin(reader);
  if (reader.faults.length > faultsBefore)
    return undefined;
  const role = {
    roleArn: valueOf('roleArn'),
    oidcProviderArn: valueOf('oidcProviderArn'),
    tokenFile,
    audience: reader.text('oidcAudience'),
    roleSessionName,
    durationSeconds: Math.ceil(durationMs / 1_000),
    stsOrigin,
  };
  return { kind: 'oidc', source, role };
}
function checkArn(reader, name, arn) {
  if (!/^acs:ram::[^\s:]+:\S+$/u.test(arn))
    reader.faults.push({ kind: 'bad-arn', input: name, got: shown(arn) });
}
function readStsOrigin(reader) {
  const got = reader.text('stsEndpoint');
  const reading = readEndpoint(got);
  const trusted = reading.kind === 'origin' &&
    (reading.loopback || /(?:^|\.)aliyuncs\.com$/u.test(new URL(reading.origin).hostname));
  if (trusted)
    return reading.origin;
  reader.faults.push({ kind: 'bad-sts-endpoint', got: shown(got) });
  return '';
}
function ecsRole(env) {
  const disabled = env['ALIBABA_CLOUD_ECS_METADATA_DISABLED']?.trim().toLowerCase() === 'true';
  return disabled ? undefined : env['ALIBABA_CLOUD_ECS_METADATA']?.trim() || undefined;
}
;// CONCATENATED MODULE: ./build/src/inputs/lists.js
const NO_VALUE = /^(?:null|nil|none|undefined|nan|<nil>|<no value>|<none>|\(none\)|\(null\)|n\/a)$/iu;
const TEMPLATE = /\$\{|\$\(|\{\{|\}\}|^\$[A-Za-z_]\w*$|^%[A-Za-z_]\w*%$|^<[^<>]*>$/u;
const OBJECT = /\[object \w+\]/u;
const QUOTES = /["'`“”‘’«»]/u;
function leftoverIn(text) {
  if (NO_VALUE.test(text))
    return 'no-value';
  if (OBJECT.test(text))
    return 'object';
  if (TEMPLATE.test(text))
    return 'template';
  return QUOTES.test(text) ? 'quotes' : undefined;
}
const SEPARATORS = String.raw `,;，；、\n\v\f\u0085\u2028\u2029`;
const NEEDLESS_RETURN = new RegExp(String.raw `\r+(?=[${SEPARATORS}]|$)|(?<=^|[${SEPARATORS}])\r+`, 'gu');
const BETWEEN_ITEMS = new RegExp(String.raw `[${SEPARATORS}\r]`, 'u');
function splitItems(text) {
  const whole = trimBlanks(text);
  if (whole.startsWith('[') && !OBJECT.test(whole))
    return jsonItems(whole);
  return text.replace(NEEDLESS_RETURN, '').replace(/\n$/u, '').split(BETWEEN_ITEMS).map(trimBlanks);
}
function jsonItems(text) {
  const items = (0,http_transport/* parseJson */.qF)(text);
  const isList = Array.isArray(items) && items.every(item => typeof item === 'string');
  return isList ? items.map(trimBlanks) : undefined;
}
function trimBlanks(text) {
  return text.replace(/^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu, '');
}
function isBlank(text) {
  return (0,clean/* oneLine */.TN)(text).trim() === '';
}
const LONGEST_ID = 200;
function isOneWord(text) {
  return text.length <= LONGEST_ID && /^[^\s\p{C}[\]{}<>]+$/u.test(text);
}
;// CONCATENATED MODULE: ./build/src/inputs/targets.js
function readTargets(reader, nowWallMs) {
  rejectEmptyGuards(reader);
  const ids = [...new Set(readItems(reader, 'changeOrderId'))];
  const apps = readApplications(reader);
  if (!ids.some(id => (0,table/* isWord */.Jg)(id, table/* BY_ITSELF */.Ew)))
    return orderTargets(reader, ids, apps ?? []);
  if (ids.length > 1)
    reader.faults.push({ kind: 'auto-among-ids', got: shown(ids.join(',')) });
  if (apps === undefined)
    reader.faults.push({ kind: 'auto-without-app' });
  const how = {
    kind: 'find',
    coTypes: readCoTypes(reader),
    descriptionContains: readDescription(reader),
    createdAfter: readCreatedAfter(reader, nowWallMs),
    discoveryTimeoutMs: reader.durationMs('discoveryTimeout'),
  };
  return (apps ?? []).map(app => ({ ...how, ...app }));
}
function readIdleTarget(reader) {
  for (const name of ['appId', 'appName'])
    if (isBlank(reader.guard(name)))
      rejectEmpty(reader, name);
  const apps = readApplications(reader);
  if (apps === undefined)
    reader.faults.push({ kind: 'idle-without-app' });
  const [app = NO_APPLICATION, ...others] = apps ?? [];
  if (others.length > 0) {
    const input = app.appName === undefined ? 'appId' : 'appName';
    reader.faults.push({ kind: 'idle-several-apps', input, got: shown(namesOf(apps ?? [], input)) });
  }
  return { kind: 'idle', ...app };
}
function namesOf(apps, input) {
  return apps.map(one => one[input] ?? '').join(',');
}
const NO_APPLICATION = { appId: undefined, appName: undefined, namespaceId: undefined };
function readApplications(reader) {
  const ids = isGiven(reader, 'appId') ? readItems(reader, 'appId') : undefined;
  const names = isGiven(reader, 'appName') ? readItems(reader, 'appName') : undefined;
  const namespaceId = readNamespace(reader, names !== undefined);
  if (names === undefined)
    return ids && [...new Set(ids)].map(appId => ({ ...NO_APPLICATION, appId }));
  const count = { names: names.length, ids: ids?.length ?? 0 };
  if (count.names > 0 && count.ids > 0 && count.names !== count.ids) {
    reader.faults.push({ kind: 'names-unlike-ids', ...count });
  }
  const pairs = names.map((appName, index) => ({ appId: ids?.[index], appName, namespaceId }));
  return [...new Map(pairs.map(pair => [JSON.stringify([pair.appId, pair.appName]), pair])).values()];
}
function isGiven(reader, name) {
  return reader.guard(name).trim() !== table/* NOT_GIVEN */.y8;
}
function readNamespace(reader, named) {
  const text = reader.text('namespaceId');
  if (text === '')
    return undefined;
  const got = shown(text);
  const leftover = leftoverIn(text);
  if (leftover !== undefined) {
    reader.faults.push({ kind: 'leftover', input: 'namespaceId', got, of: leftover });
  }
  else if (!isOneWord(text))
    reader.faults.push({ kind: 'bad-namespace', got });
  if (!named)
    reader.faults.push({ kind: 'namespace-without-name', got });
  return text;
}
function orderTargets(reader, ids, apps) {
  const [app = NO_APPLICATION, ...others] = apps;
  if (others.length > 0) {
    const input = app.appName === undefined ? 'appId' : 'appName';
    const got = shown(namesOf(apps, input));
    reader.faults.push({ kind: 'several-apps', input, got });
  }
  return ids.map(changeOrderId => ({ kind: 'order', changeOrderId, ...app }));
}
function rejectEmptyGuards(reader) {
  const definitions = Object.entries(table/* INPUTS */.mc);
  const guards = definitions.flatMap(([name, { guard }]) => (guard === true ? [name] : []));
  for (const name of guards)
    if (isBlank(reader.guard(name)))
      rejectEmpty(reader, name);
}
function rejectEmpty({ faults }, input) {
  if (input === 'changeOrderId')
    faults.push({ kind: 'empty-order-id' });
  else
    faults.push({ kind: 'empty-guard', input, word: input === 'coType' ? '*' : table/* INPUTS */.mc[input].default });
}
function readItems(reader, name) {
  const text = reader.guard(name);
  if (isBlank(text))
    return [];
  const items = splitItems(text);
  const fault = { input: name, got: shown(text) };
  if (items === undefined)
    reader.faults.push({ kind: 'bad-list', ...fault });
  else if (items.length === 0)
    rejectEmpty(reader, name);
  else if (items.some(isBlank))
    reader.faults.push({ kind: 'empty-item', ...fault });
  else
    for (const item of new Set(items))
      checkId(reader, name, item);
  return items ?? [];
}
function checkId({ faults }, input, item) {
  const leftover = leftoverIn(item);
  const got = shown(item);
  if (leftover !== undefined)
    faults.push({ kind: 'leftover', input, got, of: leftover });
  else if (!isOneWord(item))
    faults.push(input === 'appName' ? { kind: 'bad-app-name', got } : { kind: 'bad-id', input, got });
}
function readCoTypes(reader) {
  const text = reader.guard('coType');
  if (isBlank(text))
    return undefined;
  const types = splitItems(text) ?? [];
  const areTypes = types.length > 0 && types.every(type => isOneWord(type) && leftoverIn(type) === undefined);
  if (!areTypes)
    reader.faults.push({ kind: 'empty-co-type', got: shown(text) });
  return types.includes('*') ? undefined : [...new Set(types)];
}
function readDescription(reader) {
  const text = trimBlanks(reader.guard('descriptionContains'));
  if (text === table/* NOT_GIVEN */.y8)
    return undefined;
  const leftover = leftoverIn(text);
  if (leftover !== undefined && leftover !== 'quotes') {
    reader.faults.push({ kind: 'leftover', input: 'descriptionContains', got: shown(text), of: leftover });
  }
  return reader.oneLine('descriptionContains', text);
}
const ISO_TIME = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/u;
const targets_DAY_MS = 24 * 3_600_000;
const KEPT_MS = 92 * targets_DAY_MS;
const LONGEST_AGO_MS = 366 * targets_DAY_MS;
function readCreatedAfter(reader, nowWallMs) {
  const text = trimBlanks(reader.guard('createdAfter'));
  if (text === '' || (0,table/* isWord */.Jg)(text, table/* BY_ITSELF */.Ew))
    return { kind: 'run-start' };
  const createdAfter = createdAfterOf(reader, text);
  const epochMs = createdAfter.kind === 'time' ? createdAfter.epochMs : nowWallMs - createdAfter.durationMs;
  const got = shown(text);
  if (Number.isNaN(epochMs))
    reader.faults.push({ kind: 'bad-created-after', got });
  if (epochMs < nowWallMs - KEPT_MS)
    reader.faults.push({ kind: 'created-after-too-old', got });
  if (epochMs > nowWallMs + run_start_CLOCKS_DIFFER_MS) {
    reader.faults.push({ kind: 'created-after-to-come', got, nowMs: nowWallMs });
  }
  return createdAfter;
}
function createdAfterOf(reader, text) {
  const written = parseDuration(text);
  return written !== undefined && written.durationMs <= LONGEST_AGO_MS
    ? { kind: 'ago', durationMs: reader.tookDuration('createdAfter', text, written) }
    : {
      kind: 'time',
      epochMs: parseIsoTime(text),
      ...(isOfPipeline(reader, text) ? { ofPipeline: true } : {}),
    };
}
function isOfPipeline({ env }, text) {
  return table/* INPUTS */.mc.createdAfter.commandEnvironment.some(name => env[name]?.trim() === text);
}
function parseIsoTime(text) {
  const day = ISO_TIME.exec(text)?.[1];
  const midnight = new Date(day ?? '');
  const exists = !Number.isNaN(midnight.getTime()) && midnight.toISOString().slice(0, 10) === day;
  return exists ? Date.parse(text) : Number.NaN;
}

// EXTERNAL MODULE: ./build/src/undo/permission.js
var permission = __nccwpck_require__(2597);
;// CONCATENATED MODULE: ./build/src/inputs/rollback.js
function readRollback(reader, targets, nowWallMs) {
  const timeoutMs = reader.durationMs('rollbackTimeout');
  const on = readTriggers(reader);
  if (on.length === 0)
    return undefined;
  requireOwnOrder(reader, targets);
  const [target] = targets;
  const createdAfter = target?.kind === 'find' ? target.createdAfter : readCreatedAfter(reader, nowWallMs);
  return { on, timeoutMs, createdAfter };
}
function readTriggers(reader) {
  const text = reader.text('rollbackOn');
  const items = splitItems(text) ?? [text];
  if (items.length === 1 && items[0] === table/* NOT_GIVEN */.y8)
    return [];
  const known = permission/* UNDO_TRIGGERS */.dw.filter(trigger => items.includes(trigger));
  const strange = items.filter(item => !known.some(trigger => trigger === item));
  for (const item of new Set(strange)) {
    reader.faults.push({ kind: 'bad-rollback-on', got: shown(isBlank(item) ? text : item) });
  }
  return known;
}
function requireOwnOrder({ faults }, targets) {
  const [target, ...others] = targets;
  if (target === undefined)
    return;
  if (others.length > 0)
    faults.push({ kind: 'rollback-of-several', targets: targets.length });
  if (target.appId === undefined && target.appName === undefined)
    faults.push({ kind: 'rollback-without-app' });
  if (target.kind === 'find' && target.descriptionContains === undefined) {
    faults.push({ kind: 'rollback-undescribed' });
  }
}
;// CONCATENATED MODULE: ./build/src/inputs/verify.js
const LONGEST_BAKE_MS = 24 * 3_600_000;
function readVerify(reader, targets) {
  const asked = reader.choice('verify', ['auto', 'off', 'show', 'require']);
  const given = table/* PROOF_GUARDS */.sX.filter(name => verify_valueOf(reader, name) !== undefined);
  if ((asked === 'off' || asked === 'show') && given.length > 0) {
    reader.faults.push({ kind: 'proof-not-required', mode: asked, given });
  }
  for (const input of given) {
    if (input !== 'bake' && targets > 1)
      reader.faults.push({ kind: 'several-targets', input, targets });
  }
  return {
    mode: asked === 'auto' ? (given.length > 0 ? 'require' : 'show') : asked,
    expectImage: readExpected(reader, 'expectImage', isImageReference),
    expectVersion: readExpected(reader, 'expectVersion', isVersion),
    timeoutMs: reader.durationMs('verifyTimeout'),
    bakeMs: readBake(reader),
  };
}
function verify_valueOf(reader, name) {
  const text = trimBlanks(reader.guard(name));
  return text === table/* NOT_GIVEN */.y8 || isBlank(text) ? undefined : text;
}
function readExpected(reader, input, isOne) {
  const text = verify_valueOf(reader, input);
  if (text === undefined)
    return undefined;
  const leftover = leftoverIn(text);
  const got = shown(text);
  if (leftover !== undefined)
    reader.faults.push({ kind: 'leftover', input, got, of: leftover });
  else if (!isOne(text)) {
    reader.faults.push({ kind: input === 'expectImage' ? 'bad-image' : 'bad-version', got });
  }
  return text;
}
function readBake(reader) {
  if (verify_valueOf(reader, 'bake') === undefined)
    return undefined;
  const text = reader.text('bake');
  const written = parseDuration(text);
  if (written === undefined || written.durationMs <= LONGEST_BAKE_MS)
    return reader.durationMs('bake');
  reader.faults.push({ kind: 'long-bake', got: shown(text), longestMs: LONGEST_BAKE_MS });
  return 1;
}
const LONGEST_IMAGE = 512;
const HOST = String.raw `(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[a-fA-F0-9:]+\])(?::[0-9]{1,5})?`;
const PATH_PART = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const verify_IMAGE = new RegExp(String.raw `^(?:${HOST}/)?${PATH_PART}(?:/${PATH_PART})*(?::\w[\w.-]{0,127})?(?:@sha256:[a-f0-9]{64})?$`, 'u');
function isImageReference(text) {
  return text.length <= LONGEST_IMAGE && verify_IMAGE.test(text);
}
function isVersion(text) {
  return /^[\x21-\x7e]{1,200}$/u.test(text);
}
;// CONCATENATED MODULE: ./build/src/inputs/settings.js
const POLL_FLOOR_MS = 1_000;
function readSettings(env, nowWallMs) {
  const reader = new InputReader(env);
  const { loopback, ...place } = readPlace(reader);
  const credentials = readCredentials(reader);
  const targets = readTargets(reader, nowWallMs);
  const settings = {
    ...place,
    targets,
    failFast: reader.flag('failFast'),
    learn: reader.flag('learn'),
    token: reader.text('token') || undefined,
    ...readPatience(reader, loopback, targets.length),
    checkRun: readCheckRun(reader),
    rollback: readRollback(reader, targets, nowWallMs),
    diagnose: reader.flag('diagnose'),
    diagnoseLogs: reader.flag('diagnoseLogs'),
    verify: readVerify(reader, targets.length),
  };
  reader.choice('language', table/* LANGUAGE_NAMES */.G2);
  checkProxies(reader);
  const { faults, plainDurations } = reader;
  if (faults.length > 0 || credentials === undefined)
    return { kind: 'faults', faults };
  return { kind: 'settings', settings: { ...settings, credentials }, plainDurations };
}
function readPatience(reader, loopback, targets) {
  return {
    callsPerMinute: readCallsPerMinute(reader, targets),
    timeoutMs: reader.durationMs('timeout'),
    bounds: readBounds(reader, loopback),
    failOnManualStep: reader.choice('onManualStep', ['wait', 'fail']) === 'fail',
    manualStepTimeoutMs: reader.given('manualStepTimeout') === '' ? undefined : reader.durationMs('manualStepTimeout'),
    requestTimeoutMs: reader.durationMs('requestTimeout'),
    outageToleranceMs: reader.durationMs('outageTolerance'),
  };
}
function checkProxies({ env, faults }) {
  for (const scheme of ['http', 'https']) {
    const reading = (0,proxies/* readProxy */.nM)(env, scheme);
    if (reading.kind === 'bad')
      faults.push({ kind: 'bad-proxy', variable: reading.variable });
  }
  const { variable, text } = (0,proxies/* firstFilled */.bj)(env, 'no_proxy');
  for (const got of (0,proxies/* badNetworks */.fG)(text))
    faults.push({ kind: 'bad-no-proxy', variable, got: shown(got) });
}
const MOST_CALLS_BY_DEFAULT = 30;
const LEAST_CALLS_BY_DEFAULT = 20;
function readCallsPerMinute(reader, orders) {
  const text = reader.text('maxCallsPerMinute');
  if ((0,table/* isWord */.Jg)(text, table/* BY_ITSELF */.Ew))
    return Math.min(MOST_CALLS_BY_DEFAULT, LEAST_CALLS_BY_DEFAULT + orders);
  const calls = /^\d{1,9}$/u.test(text) ? Number(text) : 0;
  if (calls < 1)
    reader.faults.push({ kind: 'bad-call-limit', got: shown(text) });
  return Math.max(1, calls);
}
function readCheckRun(reader) {
  const wanted = reader.flag('checkRun');
  const commit = reader.line('commit');
  if (commit !== undefined && !/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/u.test(commit)) {
    reader.faults.push({ kind: 'bad-commit', got: shown(commit) });
  }
  const settings = { name: reader.line('checkName'), commit, jobCheckRunId: reader.text('jobCheckRunId') };
  return wanted ? settings : undefined;
}
function readBounds(reader, loopback) {
  const bounds = { minMs: reader.durationMs('minPollInterval'), maxMs: reader.durationMs('maxPollInterval') };
  const unread = reader.isFaultyDuration('minPollInterval') || reader.isFaultyDuration('maxPollInterval');
  if (unread)
    return bounds;
  const min = shown(reader.text('minPollInterval'));
  if (bounds.minMs < POLL_FLOOR_MS && !loopback) {
    reader.faults.push({ kind: 'poll-floor', got: min, floorMs: POLL_FLOOR_MS });
  }
  if (bounds.minMs > bounds.maxMs) {
    reader.faults.push({ kind: 'poll-bounds-crossed', min, max: shown(reader.text('maxPollInterval')) });
  }
  return bounds;
}
;// CONCATENATED MODULE: ./build/src/inputs/idle.js
function readIdleSettings(env) {
  const reader = new InputReader(env);
  const { loopback, ...place } = readPlace(reader);
  const credentials = readCredentials(reader);
  const target = readIdleTarget(reader);
  const patience = readPatience(reader, loopback, 1);
  reader.choice('language', table/* LANGUAGE_NAMES */.G2);
  checkProxies(reader);
  const { faults, plainDurations } = reader;
  if (faults.length > 0 || credentials === undefined)
    return { kind: 'faults', faults };
  const settings = {
    ...place,
    ...patience,
    credentials,
    targets: [target],
    ...NOT_ASKED,
  };
  return { kind: 'settings', settings, plainDurations };
}
const NOT_ASKED = {
  failFast: false,
  rollback: undefined,
  learn: true,
  token: undefined,
  checkRun: undefined,
  diagnose: false,
  diagnoseLogs: false,
  verify: {
    mode: 'off',
    expectImage: undefined,
    expectVersion: undefined,
    timeoutMs: 1,
    bakeMs: undefined,
  },
};
;// CONCATENATED MODULE: ./build/src/polling/call-budget.js
class CallLog {
  #endsMs = [];
  #underWay = 0;
  #lastBeganMs = -Infinity;
  get lastBeganMs() {
    return this.#lastBeganMs;
  }
  began(nowMs) {
    this.#underWay++;
    this.#lastBeganMs = nowMs;
    this.#endsMs = this.#endsMs.slice(this.#firstAt(nowMs));
  }
  ended(nowMs) {
    this.#underWay--;
    this.#endsMs.push(nowMs);
  }
  countedAt(atMs) {
    return this.#underWay + this.#endsMs.length - this.#firstAt(atMs);
  }
  nextBackMs(nowMs) {
    const endMs = this.#endsMs[this.#firstAt(nowMs)];
    return endMs === undefined ? undefined : endMs + MINUTE_MS;
  }
  #firstAt(atMs) {
    let [from, to] = [0, this.#endsMs.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#endsMs[middle] ?? 0) > atMs - MINUTE_MS)
        to = middle;
      else
        from = middle + 1;
    }
    return from;
  }
}
const CALLS_OF_A_DIAGNOSIS = 5;
const CALL_MS = 1_000;
class CallBudget {
  #clock;
  #waiting = new Set();
  #deadlines = new Map();
  #calls = new CallLog();
  #begun = new WeakSet();
  #rate;
  #pumping = false;
  #wake = new AbortController();
  constructor(clock, callsPerMinute) {
    this.#clock = clock;
    this.#rate = fullRate(callsPerMinute, clock.nowMs());
  }
  async make(turn, signal, call) {
    if (!(await this.#granted(turn, signal)))
      return undefined;
    try {
      return await call();
    }
    finally {
      this.#calls.ended(this.#clock.nowMs());
    }
  }
  throttled(sentMs) {
    const nowMs = this.#clock.nowMs();
    this.#rate = throttledRate(restoredRate(this.#rate, nowMs), sentMs, nowMs);
  }
  reserve(order, deadlineMs) {
    this.#deadlines.set(order, deadlineMs);
    this.#wake.abort();
  }
  release(order) {
    if (this.#deadlines.delete(order))
      this.#wake.abort();
  }
  #granted(turn, signal) {
    if (signal.aborted)
      return Promise.resolve(false);
    const granted = new Promise(resolve => {
      const go = (may) => {
        signal.removeEventListener('abort', giveUp);
        this.#waiting.delete(waiting);
        resolve(may);
      };
      const giveUp = () => {
        go(false);
        this.#wake.abort();
      };
      const waiting = { turn, go };
      this.#waiting.add(waiting);
      signal.addEventListener('abort', giveUp);
    });
    this.#wake.abort();
    void this.#pump();
    return granted;
  }
  async #pump() {
    if (this.#pumping)
      return;
    this.#pumping = true;
    while (this.#waiting.size > 0) {
      const nowMs = this.#clock.nowMs();
      this.#rate = restoredRate(this.#rate, nowMs);
      const next = this.#next(nowMs);
      if (next === undefined) {
        this.#wake = new AbortController();
        await this.#clock.sleep(this.#changesMs(nowMs) - nowMs, this.#wake.signal);
        continue;
      }
      this.#calls.began(nowMs);
      this.#begun.add(next.turn);
      if (next.turn.keptFor !== undefined)
        this.#deadlines.delete(next.turn.keptFor);
      next.go(true);
    }
    this.#pumping = false;
  }
  get #limit() {
    return Math.floor(this.#rate.perMinute);
  }
  #next(nowMs) {
    const left = this.#limit - this.#calls.countedAt(nowMs) - 1;
    if (left < 0)
      return undefined;
    const leavesLastPolls = this.#leavesLastPolls(nowMs);
    const leavesAll = leavesLastPolls && left >= this.#keptForDiagnosis;
    const may = {
      'first-look': true,
      'last-look': true,
      learning: leavesAll,
      look: leavesAll && nowMs >= this.#pollDueMs(nowMs),
      diagnosis: leavesLastPolls,
    };
    let first;
    for (const waiting of this.#waiting) {
      const { turn } = waiting;
      const goesOn = leavesLastPolls && this.#begun.has(turn);
      if (!may[turn.purpose] && !goesOn)
        continue;
      if (first === undefined || compareTurns(turn, first.turn, nowMs) < 0)
        first = waiting;
    }
    return first;
  }
  #leavesLastPolls(nowMs) {
    const dueMs = [...this.#deadlines.values()].map(ms => Math.max(ms, nowMs)).sort((a, b) => a - b);
    let oldest = 0;
    return dueMs.every((atMs, index) => {
      while ((dueMs[oldest] ?? atMs) <= atMs - MINUTE_MS)
        oldest++;
      const kept = Math.min(index - oldest + 1, this.#limit);
      const reaches = nowMs + CALL_MS > atMs - MINUTE_MS;
      return kept + (reaches ? this.#calls.countedAt(atMs) + 1 : 0) <= this.#limit;
    });
  }
  get #keptForDiagnosis() {
    return Math.min(CALLS_OF_A_DIAGNOSIS, Math.floor(this.#limit / 3));
  }
  #pollDueMs(nowMs) {
    const forPolls = this.#limit - this.#keptForDiagnosis;
    const left = forPolls - this.#calls.countedAt(nowMs);
    if (left > this.#deadlines.size || left <= 0 || left === forPolls)
      return nowMs;
    const { lastBeganMs } = this.#calls;
    const backMs = this.#calls.nextBackMs(nowMs) ?? nowMs + MINUTE_MS;
    return Math.ceil(lastBeganMs + (backMs - lastBeganMs) / (left + 1));
  }
  #changesMs(nowMs) {
    const moments = [this.#calls.nextBackMs(nowMs) ?? Infinity, this.#pollDueMs(nowMs), nowMs + MINUTE_MS];
    return Math.min(...moments.filter(ms => ms > nowMs));
  }
}

// EXTERNAL MODULE: ./build/src/rollout/progress.js
var rollout_progress = __nccwpck_require__(8152);
;// CONCATENATED MODULE: ./build/src/report/board.js
class Board {
  #entries;
  constructor(subjects) {
    this.#entries = subjects.map(subject => ({
      subject,
      progress: rollout_progress/* NO_PROGRESS */.cf,
      notes: [],
      moment: undefined,
      outcome: undefined,
    }));
  }
  get entries() {
    return this.#entries;
  }
  ended(index, outcome) {
    this.#set(index, { outcome, subject: outcome.subject, progress: outcome.progress });
  }
  reporter(index) {
    return {
      noted: note => {
        if (endings_ending/* SUMMARY_NOTES */.Pd.includes(note.kind)) {
          this.#set(index, { notes: [...(this.#entries[index]?.notes ?? []), note] });
        }
      },
      following: (subject, moment) => {
        this.#set(index, { subject, moment, progress: rollout_progress/* NO_PROGRESS */.cf });
      },
      polled: (progress, _, moment) => {
        this.#set(index, { progress, moment });
      },
      verifying: (progress, moment) => {
        this.#set(index, { progress, moment });
      },
      beat: (_, moment) => {
        this.#set(index, { moment });
      },
    };
  }
  #set(index, change) {
    const entry = this.#entries[index];
    if (entry !== undefined)
      this.#entries[index] = { ...entry, ...change };
  }
}

// EXTERNAL MODULE: ./build/src/report/ending.js + 1 modules
var ending = __nccwpck_require__(853);
// EXTERNAL MODULE: ./build/src/verification/instance-states.js
var instance_states = __nccwpck_require__(1153);
// EXTERNAL MODULE: ./build/src/undo/undo.js
var undo_undo = __nccwpck_require__(6028);
// EXTERNAL MODULE: ./build/src/words/facts.js
var facts = __nccwpck_require__(7636);
// EXTERNAL MODULE: ./build/src/report/model.js + 1 modules
var model = __nccwpck_require__(1495);
;// CONCATENATED MODULE: ./build/src/report/outputs.js
const TABLE = {
  verdict: undefined,
  status: ({ status }) => String(status),
  statusText: ({ status }, words) => (0,facts/* statusText */.qS)(status, words),
  subStatus: ({ subStatus }) => subStatus?.toString(),
  changeOrderId: undefined,
  chosenBecause: undefined,
  appId: undefined,
  appName: ({ appName }) => appName,
  coTypeCode: ({ coTypeCode }) => coTypeCode,
  batchCount: ({ batchCount }) => batchCount?.toString(),
  errorMessage: ({ errorMessage }) => errorMessage,
  supportRollback: ({ supportRollback }) => supportRollback?.toString(),
  durationSeconds: undefined,
  verified: undefined,
  runningImage: undefined,
  runningVersion: undefined,
  instances: undefined,
  rolledBack: undefined,
  rollbackOrderId: undefined,
  results: undefined,
  consoleUrl: undefined,
  reportPath: undefined,
};
const OUTPUTS = Object.keys(TABLE);
const IDLE_OUTPUTS = [
  'verdict',
  'blockingOrderId',
  'status',
  'statusText',
  'subStatus',
  'appId',
  'appName',
  'coTypeCode',
  'supportRollback',
  'durationSeconds',
  'consoleUrl',
  'reportPath',
];
function outputName(name, task) {
  if (task === 'gate')
    return name;
  const called = name === 'changeOrderId' ? 'blockingOrderId' : name;
  return IDLE_OUTPUTS.find(one => one === called);
}
const OF_ORDER = Object.entries(TABLE).flatMap(([name, ofOrder]) => (ofOrder === undefined ? [] : [{ name, ofOrder }]));
class OutputReporter {
  #toolkit;
  #words;
  #task;
  #set = new Map();
  #subject;
  constructor(toolkit, words, task = 'gate') {
    this.#toolkit = toolkit;
    this.#words = words;
    this.#task = task;
  }
  started(subject) {
    this.#subject = subject;
    this.#output('changeOrderId', subject.changeOrderId);
    this.#output('appId', subject.appId);
    this.#output('consoleUrl', (0,model/* linkOf */.IJ)(subject, undefined));
  }
  polled({ order }) {
    if (order !== undefined)
      this.#outputOrder(order);
  }
  noted(note) {
    if ((0,endings_ending/* isChoice */.Sr)(note))
      this.#tellChosen(note);
  }
  ended({ subject, progress, verdict, waitedMs, verification, undo }, chosen) {
    this.following(subject);
    if (progress.order !== undefined)
      this.#outputOrder(progress.order);
    else
      this.#output('appId', subject.appId);
    if (chosen !== undefined)
      this.#tellChosen(chosen);
    this.#output('verdict', verdict);
    this.#output('durationSeconds', String(Math.round(waitedMs / 1_000)));
    const { verified, running } = verification ?? {};
    this.#output('verified', verified?.toString());
    this.#output('runningImage', running?.image);
    this.#output('runningVersion', running?.version);
    this.#output('instances', running?.instances.filter(instance_states/* isContainerRunning */.jA).length.toString());
    this.#output('rolledBack', undo && (0,undo_undo/* rolledBackOf */.PR)(undo));
    this.#output('rollbackOrderId', (0,undo_undo/* rollbackOrderIdOf */.xl)(undo));
  }
  rollbackOrder(changeOrderId) {
    this.#output('rolledBack', 'unknown');
    this.#output('rollbackOrderId', changeOrderId);
  }
  #tellChosen(chosen) {
    this.#output('chosenBecause', this.#words.note(chosen).text);
  }
  following(subject) {
    const isOther = subject.changeOrderId !== this.#subject?.changeOrderId;
    this.#subject = subject;
    if (isOther)
      for (const { name } of OF_ORDER)
        this.#output(name, '');
    this.#output('changeOrderId', subject.changeOrderId);
    if (subject.appId !== undefined)
      this.#output('appId', subject.appId);
    if (isOther)
      this.#output('consoleUrl', (0,model/* linkOf */.IJ)(subject, undefined));
  }
  #outputOrder(order) {
    for (const { name, ofOrder } of OF_ORDER)
      this.#output(name, ofOrder(order, this.#words));
    this.#output('appId', order.appId ?? this.#subject?.appId);
    if (this.#subject !== undefined)
      this.#output('consoleUrl', (0,model/* linkOf */.IJ)(this.#subject, order));
  }
  tell(name, value) {
    this.#output(name, value);
  }
  #output(name, value) {
    const text = (0,clean/* oneLine */.TN)(value ?? '');
    if ((this.#set.get(name) ?? '') === text)
      return;
    this.#set.set(name, text);
    const called = outputName(name, this.#task);
    if (called !== undefined)
      this.#toolkit.output(called, text);
  }
}

// EXTERNAL MODULE: ./build/src/check-run/saved.js
var saved = __nccwpck_require__(6165);
// EXTERNAL MODULE: ./build/src/report/annotations.js
var annotations = __nccwpck_require__(5594);
// EXTERNAL MODULE: ./build/src/rollout/changes.js
var changes = __nccwpck_require__(434);
// EXTERNAL MODULE: ./build/src/text/parts.js
var parts = __nccwpck_require__(239);
// EXTERNAL MODULE: ./build/src/words/format.js
var format = __nccwpck_require__(2384);
// EXTERNAL MODULE: ./build/src/report/now.js
var now = __nccwpck_require__(7524);
// EXTERNAL MODULE: ./build/src/report/state.js
var report_state = __nccwpck_require__(9745);
;// CONCATENATED MODULE: ./build/src/report/log.js
const log_MINUTE_MS = 60_000;
const PACES = [
  { upToMs: 10 * log_MINUTE_MS, everyMs: log_MINUTE_MS / 2 },
  { upToMs: 60 * log_MINUTE_MS, everyMs: 2 * log_MINUTE_MS },
];
const LATER_EVERY_MS = 5 * log_MINUTE_MS;
const SLACK_MS = 1_000;
function beatPace() {
  let toldMs = 0;
  return elapsedMs => {
    const everyMs = PACES.find(({ upToMs }) => elapsedMs <= upToMs + SLACK_MS)?.everyMs ?? LATER_EVERY_MS;
    const isDue = elapsedMs - toldMs >= everyMs - SLACK_MS;
    if (isDue)
      toldMs = elapsedMs;
    return isDue;
  };
}
const SHORT_MS = 60_000;
function tellStart({ toolkit, words, settings, plainDurations }) {
  const { log, warning } = words;
  for (const plain of plainDurations) {
    if (plain.durationMs >= SHORT_MS)
      toolkit.line(log.tookPlainNumber(plain));
    else
      toolkit.warning({ title: warning.durationTitle, message: log.shortPlainNumber(plain) });
  }
  const { regionId, origin, targets, timeoutMs } = settings;
  const place = (0,parts/* joined */.o)(words.comma, regionId, new URL(origin).host);
  const isAlone = targets.length <= 1;
  if (!isAlone)
    toolkit.line(log.waitingForSeveral(targets.length, place, timeoutMs, settings.callsPerMinute));
  for (const [index, target] of targets.entries()) {
    const orderId = target.kind === 'order' ? target.changeOrderId : undefined;
    const application = target.appName ?? target.appId;
    if (target.kind === 'idle')
      toolkit.line(log.waitingForFree(application ?? '', place, timeoutMs));
    else if (isAlone)
      toolkit.line(log.waiting(orderId, application, place, timeoutMs));
    else
      toolkit.line(`  ${(0,model/* orderLabel */.dp)(index, targets.length)}  ${log.target(orderId, application)}`);
  }
}
function tellRequest({ action, tookMs, answer }, toolkit, words) {
  const [requestId, outcome] = answer.kind === 'data'
    ? [answer.requestId, 'ok']
    : [answer.fault.requestId, `${answer.fault.reason}: ${words.fault(answer.fault)}`];
  toolkit.debug(words.log.request(action, requestId, tookMs, outcome));
}
class LogReporter {
  #toolkit;
  #words;
  #label;
  #beats;
  #isDue = beatPace();
  #followed;
  #faultsBefore = 0;
  #verified;
  constructor(toolkit, words, label, beats = true) {
    this.#toolkit = toolkit;
    this.#words = words;
    this.#label = label;
    this.#beats = beats;
  }
  started({ changeOrderId }) {
    this.#followed = changeOrderId;
  }
  noted(note, moment) {
    if (note.kind === 'chosen')
      this.#followed = note.order.changeOrderId;
    this.#say(moment, this.#words.note(note).text, note.kind === 'credentials' ? '' : this.#label);
  }
  following({ changeOrderId }, moment) {
    if (changeOrderId !== this.#followed)
      this.#say(moment, this.#words.log.following(changeOrderId ?? ''));
    this.#followed = changeOrderId;
  }
  polled(now, before, moment) {
    const { log } = this.#words;
    if (before.unreadableSinceMs !== undefined && now.unreadableSinceMs === undefined) {
      const lastedMs = (now.polledMs ?? before.unreadableSinceMs) - before.unreadableSinceMs;
      this.#say(moment, log.troubleOver(now.faults - this.#faultsBefore, lastedMs));
    }
    const told = (0,changes/* toldInOrder */.Tx)(now.news, change => (0,report_state/* changeText */.k0)(change, this.#words), count => log.changesLeftOut(count));
    for (const text of told)
      this.#say(moment, text);
    if (now.doubt !== undefined && now.doubt.kind !== before.doubt?.kind) {
      this.#say(moment, log.doubtful[now.doubt.kind]);
    }
    const outageBegan = now.unreadableSinceMs !== undefined && before.unreadableSinceMs === undefined;
    if (outageBegan)
      this.#faultsBefore = before.faults;
    const throttleBegan = now.throttles > 0 && before.throttles === 0;
    if ((outageBegan || throttleBegan) && now.lastFault !== undefined) {
      this.#say(moment, log.trouble(this.#words.fault(now.lastFault)));
    }
  }
  verifying(_, moment) {
    const { verifying } = moment;
    if (verifying === undefined)
      return;
    const { kind, ready, of } = (0,now/* verifyFacts */.hR)(verifying);
    const shown = JSON.stringify([kind, ready, of]);
    if (shown === this.#verified)
      return;
    this.#verified = shown;
    this.#say(moment, this.#words.report.verifying((0,now/* verifyFacts */.hR)(verifying)));
  }
  beat({ order, polls: looks }, moment) {
    if (!this.#beats || !this.#isDue(moment.elapsedMs))
      return;
    const { log, report } = this.#words;
    if (moment.verifying !== undefined) {
      const state = report.verifying((0,now/* verifyFacts */.hR)(moment.verifying));
      this.#say(moment, log.heartbeat(state, '', looks, moment.leftMs));
      return;
    }
    const state = order === undefined ? log.notSeenYet : (0,report_state/* stateOf */.L4)(order, moment.wallMs, this.#words);
    const estimate = this.#words.estimate(moment.estimate);
    this.#say(moment, log.heartbeat(state, estimate, looks, moment.leftMs));
  }
  #say({ elapsedMs }, text, label = this.#label) {
    this.#toolkit.line(timed(elapsedMs, (0,parts/* joined */.o)('  ', label, text)));
  }
}
const MOST_OWN_HEARTBEATS = 5;
const MOST_NAMED = 10;
function stepHeartbeat(toolkit, words, board, index) {
  const isDue = beatPace();
  return {
    beat: (_, { elapsedMs, leftMs }) => {
      if (!isDue(elapsedMs))
        return;
      const { entries } = board;
      const going = [...entries.keys()].filter(one => entries[one]?.outcome === undefined);
      if (going[0] !== index)
        return;
      const isNamed = going.length <= MOST_NAMED && going.length < entries.length;
      const counts = { all: entries.length, going: going.length, red: entries.filter(isRed).length };
      const named = isNamed ? going.map(one => (0,model/* orderLabel */.dp)(one, entries.length)) : [];
      toolkit.line(timed(elapsedMs, words.log.stepHeartbeat(counts, named, leftMs)));
    },
  };
}
function timed(elapsedMs, text) {
  return `${(0,format/* formatElapsed */.C7)(elapsedMs).padStart(7)}  ${text}`;
}
function isRed({ outcome }) {
  return outcome !== undefined && !(0,endings_ending/* isGreen */.gf)(outcome);
}
;// CONCATENATED MODULE: ./build/src/report/reporter.js
class Reporters {
  #reporters;
  #failed;
  constructor(reporters, failed) {
    this.#reporters = reporters;
    this.#failed = failed;
  }
  started = this.#told('started');
  noted = this.#told('noted');
  following = this.#told('following');
  polled = this.#told('polled');
  verifying = this.#told('verifying');
  beat = this.#told('beat');
  #told(event) {
    return (...told) => {
      for (const reporter of this.#reporters) {
        try {
          reporter[event]?.apply(reporter, told);
        }
        catch (error) {
          this.#tellFailed(error);
        }
      }
    };
  }
  #tellFailed(error) {
    try {
      this.#failed(error);
    }
    catch {
    }
  }
}
;// CONCATENATED MODULE: ./build/src/gate/run-reports.js
function waitReporter({ toolkit, words, board, index, of, further, beats, }) {
  const label = (0,model/* orderLabel */.dp)(index, of);
  const ownHeartbeat = of <= MOST_OWN_HEARTBEATS;
  return new Reporters([
    board.reporter(index),
    ...further,
    new LogReporter(toolkit, words, label, beats && ownHeartbeat),
    ownHeartbeat || !beats ? {} : stepHeartbeat(toolkit, words, board, index),
    (0,annotations/* annotationReporter */.jP)(toolkit, words, label),
  ], error => {
    toolkit.line(words.log.notReported((0,clean/* thrownText */.kZ)(error, toolkit.redact)));
  });
}
class RunReports {
  #world;
  #words;
  constructor(world, words) {
    this.#world = world;
    this.#words = words;
  }
  safely(report) {
    try {
      report();
    }
    catch (error) {
      this.failed(error);
    }
  }
  failed = (error) => {
    const { toolkit } = this.#world;
    try {
      toolkit.line(this.#words.log.notReported((0,clean/* thrownText */.kZ)(error, toolkit.redact)));
    }
    catch {
    }
  };
  greet() {
    const { toolkit, env, version } = this.#world;
    const { log, warning } = this.#words;
    this.safely(() => {
      toolkit.line(log.started(version));
    });
    const unmaskable = (0,table/* unmaskableIn */.bp)(env);
    this.safely(() => {
      if (unmaskable.length === 0)
        return;
      toolkit.warning({ title: warning.unmaskableTitle, message: warning.unmaskable(unmaskable) });
    });
    this.safely(() => {
      (0,saved/* saveCheckRunClosed */.dY)(toolkit);
    });
  }
  started({ settings, plainDurations }) {
    this.safely(() => {
      tellStart({ toolkit: this.#world.toolkit, words: this.#words, settings, plainDurations });
    });
  }
  requested = (trace) => {
    this.safely(() => {
      tellRequest(trace, this.#world.toolkit, this.#words);
    });
  };
  serverTime() {
    const { toolkit, clock } = this.#world;
    const { warning } = this.#words;
    let reported = false;
    return new ServerTime(clock, aheadMs => {
      if (reported)
        return;
      reported = true;
      this.safely(() => {
        toolkit.warning({ title: warning.clockTitle, message: warning.clock(aheadMs) });
      });
    });
  }
}

// EXTERNAL MODULE: ./build/src/rollout/verdicts.js
var verdicts = __nccwpck_require__(1393);
;// CONCATENATED MODULE: ./build/src/discovery/choose-order.js
const choose_order_RESOLUTION_MS = 1_000;
function chooseOrders(orders, criteria) {
  const once = new Map(orders.map(order => [order.changeOrderId, order]));
  const newestFirst = [...once.values()].sort((a, b) => (b.createdMs ?? 0) - (a.createdMs ?? 0));
  const judged = newestFirst.map(order => ({ order, reason: refusalOf(order, criteria) }));
  return {
    qualifying: judged.flatMap(({ order, reason }) => (reason === undefined ? [order] : [])),
    refused: judged.flatMap(({ order, reason }) => (reason === undefined ? [] : [{ order, reason }])),
  };
}
function refusalOf(order, criteria) {
  const { appId, coTypes, descriptionContains, createdAfterMs, stale } = criteria;
  if (order.appId !== undefined && order.appId !== appId)
    return 'other-application';
  const sinceMs = Math.floor(createdAfterMs / choose_order_RESOLUTION_MS) * choose_order_RESOLUTION_MS;
  if (order.createdMs !== undefined && order.createdMs < sinceMs)
    return 'too-old';
  if (stale.has(order.changeOrderId))
    return 'stale';
  if (coTypes !== undefined && !coTypes.includes(order.coTypeCode ?? ''))
    return 'other-type';
  if (descriptionContains !== undefined && !order.description.includes(descriptionContains)) {
    return 'other-description';
  }
  return order.createdMs === undefined ? 'no-time' : undefined;
}
;// CONCATENATED MODULE: ./build/src/sae/time-zone.js
const ZONELESS = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/u;
const ZONE_OFFSET_MS = 8 * 3_600_000;
function parseZonelessTime(text, zoneOffsetMs) {
  const [, year, month, day, hour, minute, second] = (ZONELESS.exec(text) ?? []).map(Number);
  if (year === undefined || zoneOffsetMs === undefined)
    return undefined;
  const localMs = Date.UTC(year, (month ?? 0) - 1, day, hour, minute, second);
  const exists = new Date(localMs).toISOString().slice(0, 19).replace('T', ' ') === text;
  return exists ? localMs - zoneOffsetMs : undefined;
}
;// CONCATENATED MODULE: ./build/src/sae/order-list.js
const PAGE_SIZE = 20;
const order_list_MOST_PAGES = 500;
const orderSchema = zod/* object */.Ik({
  ChangeOrderId: zod/* string */.Yj().check(zod/* refine */.YP(isPlainId)),
  AppId: zod/* nullish */.cl(zod/* string */.Yj()),
  CoTypeCode: looseText,
  Description: zod/* catch */.Mf(zod/* nullish */.cl(zod/* string */.Yj()), undefined),
  Status: loose(wholeNumber),
  CreateTime: loose(zod/* string */.Yj()),
  CreateUserId: looseWord,
});
const order_list_pageSchema = zod/* object */.Ik({
  ChangeOrderList: zod/* nullish */.cl(strictList(orderSchema)),
  TotalSize: looseNumber,
});
async function listChangeOrders(client, query, signal, enough = () => false, turn = POLL) {
  const listed = new Map();
  let totalBefore;
  for (let number = 1; number <= order_list_MOST_PAGES; number++) {
    const page = await order_list_askPage(client, query, number, signal, turn);
    if (page.kind === 'fault')
      return page;
    const { total, requestId } = page;
    const changed = (number > 1 && total !== totalBefore) || contradicts(page.orders, listed);
    if (changed)
      return malformedAnswer('ListChangeOrders', { kind: 'list-changed' }, requestId);
    const known = listed.size;
    for (const order of page.orders)
      listed.set(order.changeOrderId, order);
    const orders = [...listed.values()];
    if (isLast(page, listed.size) || enough(orders))
      return { kind: 'orders', orders };
    if (listed.size > MOST_ITEMS)
      break;
    if (listed.size === known)
      return malformedAnswer('ListChangeOrders', { kind: 'list-short', of: 'orders', size: known, total }, requestId);
    totalBefore = total;
  }
  return malformedAnswer('ListChangeOrders', { kind: 'list-endless', pages: order_list_MOST_PAGES });
}
function isLast({ orders, total }, known) {
  return total !== undefined && total >= known ? total === known : orders.length === 0;
}
function contradicts(page, before) {
  const statuses = new Map([...before.values()].map(order => [order.changeOrderId, order.status]));
  return page.some(({ changeOrderId, status }) => {
    const isKnown = statuses.has(changeOrderId);
    const known = statuses.get(changeOrderId);
    statuses.set(changeOrderId, status);
    return isKnown && known !== status;
  });
}
async function order_list_askPage(client, query, number, signal, turn) {
  const answer = await client.call('ListChangeOrders', queryOf(query, number), signal, turn);
  if (answer.kind === 'fault')
    return answer;
  const { requestId } = answer;
  const { ChangeOrderList: items, TotalSize: total } = order_list_pageSchema.safeParse(answer.data).data ?? {};
  if (!items && total !== 0)
    return malformedAnswer('ListChangeOrders', { kind: 'list-bad' }, requestId);
  return {
    kind: 'page',
    orders: (items ?? []).map(item => toListedOrder(item, answer)),
    total,
    requestId,
  };
}
function queryOf({ appId, key }, page) {
  return {
    AppId: appId,
    ...(key === undefined ? {} : { Key: key }),
    CurrentPage: String(page),
    PageSize: String(PAGE_SIZE),
  };
}
function toListedOrder(item, { cameMs, zoneOffsetMs }) {
  const createdMs = parseZonelessTime(item.CreateTime ?? '', zoneOffsetMs);
  return {
    changeOrderId: item.ChangeOrderId,
    appId: item.AppId || undefined,
    coTypeCode: item.CoTypeCode,
    description: item.Description ?? '',
    status: item.Status,
    ...(item.CreateUserId ? { createdBy: item.CreateUserId } : {}),
    createdMs: createdMs !== undefined && createdMs <= latestBelievableMs(cameMs) ? createdMs : undefined,
  };
}
const SUCCEEDED = '2';
const MOST_ORDERS = 20;
const pastOrderSchema = zod/* object */.Ik({
  AppId: looseWord,
  CoTypeCode: looseWord,
  Status: zod/* optional */.lq(zod/* unknown */.L5()),
  CreateTime: looseWord,
  FinishTime: looseWord,
});
const order_list_dataSchema = zod/* object */.Ik({ ChangeOrderList: looseList(pastOrderSchema) });
async function pastDurationsMs(caller, { appId, coTypeCode }, signal) {
  const query = {
    AppId: appId,
    ...(coTypeCode === undefined ? {} : { CoType: coTypeCode }),
    CoStatus: SUCCEEDED,
    CurrentPage: '1',
    PageSize: String(MOST_ORDERS),
  };
  const asked = await ask(caller, 'ListChangeOrders', query, order_list_dataSchema, signal, LEARNING);
  if (asked.kind === 'fault')
    return [];
  return asked.value.ChangeOrderList.filter(order => String(order.Status) === SUCCEEDED &&
    (order.AppId === undefined || order.AppId === appId) &&
    (coTypeCode === undefined || order.CoTypeCode === coTypeCode))
    .flatMap(durationMs)
    .slice(0, MOST_ORDERS);
}
function durationMs({ CreateTime, FinishTime }) {
  const createdMs = parseZonelessTime(CreateTime ?? '', 0);
  const finishedMs = parseZonelessTime(FinishTime ?? '', 0);
  if (createdMs === undefined || finishedMs === undefined || finishedMs <= createdMs)
    return [];
  return [finishedMs - createdMs];
}
;// CONCATENATED MODULE: ./build/src/discovery/search.js
function decideSearch(progress, nowMs, limits, criteria) {
  const { last } = progress;
  if (last?.kind !== 'orders')
    return troubleOf(progress, nowMs, limits, 'ListChangeOrders');
  const choice = chooseOrders(last.orders, criteria);
  if (choice.qualifying.length > 0)
    return { kind: 'found', choice };
  return nowMs >= searchEndMs(progress, limits) ? { kind: 'none', choice } : undefined;
}
async function searchOrders(wait, { query, criteria, limits, known, listed }) {
  const ending = await pollList(wait, {
    limits,
    observe: async (signal) => wholeList(await listOf(wait, query, signal), known, criteria),
    decide: (polls, nowMs) => decideSearch(polls, nowMs, limits, criteria),
    listed: ({ orders }) => {
      listed(orders);
    },
    troubled: fault => {
      wait.note({ kind: 'search-trouble', fault });
    },
  });
  return ending ?? { kind: 'cancelled' };
}
function listOf(wait, query, signal) {
  return listChangeOrders(wait.client, query, signal, undefined, wait.turns.next());
}
function wholeList(poll, known, criteria) {
  if (poll.kind === 'fault')
    return poll;
  const ids = new Set(poll.orders.map(({ changeOrderId }) => changeOrderId));
  const lost = known.find(id => !ids.has(id));
  if (lost !== undefined)
    return malformedAnswer('ListChangeOrders', { kind: 'list-lost', changeOrderId: (0,clean/* cleanText */.X5)(lost, 100) });
  const own = new Set(chooseOrders(poll.orders, criteria).qualifying.map(order => order.changeOrderId));
  const other = known.find(id => !own.has(id));
  if (other === undefined)
    return poll;
  return malformedAnswer('ListChangeOrders', {
    kind: 'list-contradicts',
    changeOrderId: (0,clean/* cleanText */.X5)(other, 100),
  });
}
;// CONCATENATED MODULE: ./build/src/discovery/find-orders.js
class OrderFinder {
  #wait;
  #target;
  #bound;
  #searchUntilMs;
  #begun = new Map();
  #reported = new Set();
  #notBeforeMs;
  #createdAfterMs;
  #newestMs = -Infinity;
  constructor(wait, target, bound) {
    this.#wait = wait;
    this.#target = target;
    this.#bound = bound;
    this.#searchUntilMs = Math.min(wait.clock.nowMs() + target.discoveryTimeoutMs, wait.deadlineMs);
    this.#notBeforeMs = bound.createdAfterMs;
    this.#createdAfterMs = bound.createdAfterMs;
  }
  get notBeforeMs() {
    return this.#notBeforeMs;
  }
  refuseAsStale(changeOrderId, startMs) {
    this.#begun.set(changeOrderId, startMs);
    this.#reported.add(changeOrderId);
    this.#wait.note({ kind: 'stale', changeOrderId, startMs });
  }
  async find() {
    const { descriptionContains } = this.#target;
    const narrowed = await this.#search({
      key: descriptionContains,
      searchUntilMs: this.#wait.clock.nowMs() < this.#searchUntilMs ? this.#searchUntilMs : -Infinity,
      listed: orders => {
        this.#reportOlderRunning(orders);
      },
    });
    const search = narrowed.kind === 'none' ? await this.#widened(narrowed) : narrowed;
    if (search.kind === 'none')
      return this.#findOfFirstAttempt(search.choice);
    if (search.kind !== 'found')
      return failureOf(search, false);
    return this.#chosen(search.choice.qualifying, this.#bound);
  }
  async confirm(succeeded) {
    const search = await this.#search({ known: succeeded });
    if (search.kind !== 'found' && search.kind !== 'none')
      return failureOf(search, true);
    const { qualifying, refused } = search.choice;
    this.#keepNewest(qualifying);
    this.#reportNewer(search.choice);
    const undated = refused.flatMap(({ order, reason }) => (reason === 'no-time' ? [order] : []));
    return { kind: 'orders', orders: [...qualifying, ...undated] };
  }
  async #widened(narrowed) {
    if (this.#target.descriptionContains === undefined)
      return narrowed;
    const whole = await this.#search({ deadlineMs: this.#wait.clock.nowMs() });
    return whole.kind === 'refused' || whole.kind === 'unreadable' ? narrowed : whole;
  }
  #findOfFirstAttempt({ refused }) {
    const { firstAttemptMs } = this.#bound;
    if (firstAttemptMs !== undefined) {
      const orders = refused.map(({ order }) => order);
      const criteria = { ...this.#criteria(firstAttemptMs), createdAfterMs: firstAttemptMs };
      const [newest] = chooseOrders(orders, criteria).qualifying;
      if (newest !== undefined) {
        this.#wait.note({ kind: 'first-attempt', createdMs: firstAttemptMs });
        this.#notBeforeMs = firstAttemptMs;
        this.#createdAfterMs = newest.createdMs ?? firstAttemptMs;
        return this.#chosen([newest], { source: 'first-attempt' });
      }
    }
    return { kind: 'none-found', newest: refused[0], bound: this.#bound };
  }
  async #search({ key, known = [], listed = () => undefined, ...limits }) {
    return searchOrders(this.#wait, {
      query: { appId: this.#target.appId, key },
      criteria: this.#criteria(),
      limits: {
        searchUntilMs: -Infinity,
        deadlineMs: this.#wait.deadlineMs,
        outageToleranceMs: this.#wait.settings.outageToleranceMs,
        ...limits,
      },
      known,
      listed,
    });
  }
  #criteria(notBeforeMs = this.#notBeforeMs) {
    const { appId, coTypes, descriptionContains } = this.#target;
    const early = [...this.#begun].filter(([, startMs]) => startMs < notBeforeMs);
    const stale = new Set(early.map(([id]) => id));
    return { appId, coTypes, descriptionContains, createdAfterMs: this.#createdAfterMs, stale };
  }
  #chosen(orders, { source }) {
    const [order] = orders;
    if (order !== undefined)
      this.#wait.note({ kind: 'chosen', order, of: orders.length, source });
    this.#keepNewest(orders);
    return { kind: 'orders', orders };
  }
  #keepNewest(orders) {
    this.#newestMs = Math.max(this.#newestMs, orders[0]?.createdMs ?? -Infinity);
  }
  #reportOlderRunning(orders) {
    for (const { order, reason } of chooseOrders(orders, this.#criteria()).refused) {
      if (reason !== 'too-old' || !isRunning(order) || this.#reported.has(order.changeOrderId))
        continue;
      this.#reported.add(order.changeOrderId);
      this.#wait.note({ kind: 'older-running', order });
    }
  }
  #reportNewer({ refused }) {
    for (const refusal of refused) {
      const { changeOrderId, createdMs = -Infinity } = refusal.order;
      if (createdMs < this.#newestMs || this.#reported.has(changeOrderId))
        continue;
      this.#reported.add(changeOrderId);
      this.#wait.note({ kind: 'newer-order', refusal });
    }
  }
}
function isRunning({ status }) {
  return status !== undefined && !(0,statuses/* hasEnded */.hY)(status);
}
function failureOf(search, succeeded) {
  return search.kind === 'cancelled' ? search : { kind: 'list-unreadable', fault: search.fault, succeeded };
}
;// CONCATENATED MODULE: ./build/src/sae/batches.js
function readBatches(pipelines, latestMs) {
  if (pipelines === undefined || pipelines === null) {
    return { kind: 'batches', batches: [], oddStart: undefined };
  }
  if (!Array.isArray(pipelines))
    return { kind: 'bad-field', path: [] };
  const batches = [];
  let oddStart;
  for (const [index, pipeline] of pipelines.entries()) {
    if (!isObject(pipeline))
      return { kind: 'bad-field', path: [index] };
    const { PipelineId, PipelineName, Status, StartTime, UpdateTime } = pipeline;
    const status = readWholeNumber(Status);
    if (status === 'bad')
      return { kind: 'bad-field', path: [index, 'Status'] };
    const startMs = readStart(StartTime);
    const isOdd = startMs === 'odd' || (startMs !== undefined && startMs > latestMs);
    if (isOdd)
      oddStart ??= { claimedMs: startMs === 'odd' ? undefined : startMs };
    batches.push({
      pipelineId: readText(PipelineId),
      name: readText(PipelineName),
      status,
      startMs: isOdd ? undefined : startMs,
      updateMs: readTime(UpdateTime),
    });
  }
  return { kind: 'batches', batches, oddStart };
}
function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function readWholeNumber(value) {
  if (value === undefined || value === null)
    return undefined;
  const isDigits = typeof value === 'string' && /^[0-9]+$/u.test(value);
  const number = isDigits ? Number(value) : value;
  return Number.isSafeInteger(number) ? number : 'bad';
}
function readText(value) {
  const isText = typeof value === 'string' || Number.isFinite(value);
  return (isText && (0,clean/* cleanText */.X5)(String(value))) || undefined;
}
function readStart(value) {
  const ms = readWholeNumber(value);
  if (ms === undefined || ms === 0)
    return undefined;
  return ms === 'bad' || ms < 0 || ms > LATEST_DATE_MS ? 'odd' : ms;
}
function readTime(value) {
  const ms = typeof value === 'string' && /^\d+$/u.test(value) ? Number(value) : value;
  return typeof ms === 'number' && ms > 0 && ms <= LATEST_DATE_MS ? ms : undefined;
}
;// CONCATENATED MODULE: ./build/src/sae/change-order.js
const change_order_dataSchema = zod/* object */.Ik({
  ChangeOrderId: zod/* string */.Yj(),
  Status: wholeNumber,
  SubStatus: zod/* nullish */.cl(wholeNumber),
  Pipelines: zod/* optional */.lq(zod/* unknown */.L5()),
  AppId: zod/* nullish */.cl(zod/* string */.Yj()),
  AppName: looseText,
  CoTypeCode: looseText,
  BatchCount: decidingCount,
  BatchWaitTime: looseNumber,
  CurrentPipelineId: looseText,
  Description: looseText,
  ErrorMessage: looseHtml(),
  SupportRollback: looseBoolean,
  ApprovalId: looseText,
});
async function describeChangeOrder(client, changeOrderId, signal, turn = POLL) {
  const answer = await client.call('DescribeChangeOrder', { ChangeOrderId: changeOrderId }, signal, turn);
  if (answer.kind === 'fault')
    return answer;
  const { requestId, cameMs } = answer;
  const count = batchesIn(answer.data);
  if (count > MOST_ITEMS) {
    const tooMany = { kind: 'too-many', field: 'Data.Pipelines', count, limit: MOST_ITEMS };
    return malformedAnswer('DescribeChangeOrder', tooMany, requestId);
  }
  const parsed = change_order_dataSchema.safeParse(answer.data);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path ?? [];
    return malformedAnswer('DescribeChangeOrder', mismatch(path.map(String)), requestId);
  }
  const data = parsed.data;
  const pipelines = readBatches(data.Pipelines, latestBelievableMs(cameMs));
  if (pipelines.kind === 'bad-field') {
    const path = ['Pipelines', ...pipelines.path.map(String)];
    return malformedAnswer('DescribeChangeOrder', mismatch(path), requestId);
  }
  if (data.ChangeOrderId !== changeOrderId) {
    const other = { kind: 'other-order', changeOrderId: (0,clean/* cleanText */.X5)(data.ChangeOrderId, 100) };
    return malformedAnswer('DescribeChangeOrder', other, requestId);
  }
  return {
    kind: 'order',
    order: toChangeOrder(data, pipelines),
    rawAppId: data.AppId || undefined,
    oddStart: pipelines.oddStart,
    requestId,
  };
}
function batchesIn(data) {
  const { Pipelines: batches } = (data ?? {});
  return Array.isArray(batches) ? batches.length : 0;
}
function toChangeOrder(data, { batches }) {
  return {
    changeOrderId: data.ChangeOrderId,
    status: data.Status,
    subStatus: data.SubStatus ?? undefined,
    batches,
    appId: data.AppId && isPlainId(data.AppId) ? data.AppId : undefined,
    appName: data.AppName,
    coTypeCode: data.CoTypeCode,
    batchCount: data.BatchCount === 'odd' ? undefined : data.BatchCount,
    ...(data.BatchCount === 'odd' ? { oddBatchCount: true } : {}),
    batchWaitMinutes: data.BatchWaitTime,
    currentPipelineId: data.CurrentPipelineId,
    description: data.Description,
    errorMessage: data.ErrorMessage,
    supportRollback: data.SupportRollback,
    approvalId: data.ApprovalId,
  };
}
function mismatch(path) {
  return path.length === 0 ? { kind: 'no-data' } : { kind: 'bad-field', field: ['Data', ...path].join('.') };
}
function orderPoller(client, target, turn = () => POLL) {
  const { changeOrderId, appId } = target;
  let { listed } = target;
  return async (signal) => {
    const its = turn();
    const answer = await describeChangeOrder(client, changeOrderId, signal, its);
    if (answer.kind === 'fault')
      return { kind: 'faulty', fault: answer.fault };
    const { rawAppId } = answer;
    if (appId !== undefined && rawAppId !== undefined && rawAppId !== appId) {
      return { kind: 'foreign', appId: (0,clean/* cleanText */.X5)(rawAppId, 200) };
    }
    if (appId !== undefined && rawAppId === undefined && !listed) {
      const proof = await listHolds(client, appId, changeOrderId, signal, its);
      if (proof !== 'listed')
        return proof;
      listed = true;
    }
    return observationOf(answer, target);
  };
}
function observationOf({ order, oddStart }, { notBeforeMs, undated = false }) {
  if (notBeforeMs === undefined)
    return { kind: 'read', order, dated: true };
  const startMs = (0,change_order/* rolloutStartMs */.iD)(order);
  if (startMs !== undefined && startMs < notBeforeMs)
    return { kind: 'stale', startMs };
  const dated = startMs !== undefined && oddStart === undefined && !undated;
  return { kind: 'read', order, dated, ...(oddStart && { claimedMs: oddStart.claimedMs }) };
}
async function listHolds(client, appId, changeOrderId, signal, turn) {
  const isIt = (order) => order.changeOrderId === changeOrderId && (order.appId ?? appId) === appId;
  const holds = (orders) => orders.some(isIt);
  const list = await listChangeOrders(client, { appId }, signal, holds, turn);
  if (list.kind === 'fault')
    return { kind: 'faulty', fault: list.fault };
  return holds(list.orders) ? 'listed' : { kind: 'unlisted' };
}
;// CONCATENATED MODULE: ./build/src/schedule/known.js
const LONGEST_MS = 92 * 86_400_000;
function isLength(ms) {
  return ms >= 1 && ms <= LONGEST_MS;
}
function monotonicMs(epochMs, { nowMs, wallMs }) {
  if (epochMs === undefined || !(wallMs - epochMs <= LONGEST_MS))
    return undefined;
  return nowMs - Math.max(0, wallMs - epochMs);
}
function tookMs(batch) {
  const ms = (0,change_order/* batchTookMs */._y)(batch);
  return ms !== undefined && isLength(ms) ? ms : undefined;
}
function batchBeganMs({ batches }, index, { batchesSeenMs }, now) {
  const batch = batches[index];
  if (batch === undefined)
    return undefined;
  const seenMs = batchesSeenMs.get(index + 1);
  if (seenMs === undefined)
    return undefined;
  return Math.min(seenMs, monotonicMs(batch.startMs, now) ?? seenMs);
}
const LONGEST_PREPARATION_MS = 120_000;
const MOST_BATCHES = 1_000;
const LONGEST_PAUSE_MINUTES = 1_440;
function knownOf(progress, pastMs, now) {
  const { order, doubt, unreadableSinceMs, course } = progress;
  const surprises = [doubt?.sinceMs, course.lastSurpriseMs].filter(ms => ms !== undefined);
  const unsettledSinceMs = surprises.length === 0 ? undefined : Math.max(...surprises);
  const trouble = { unreadableSinceMs, unsettledSinceMs };
  if (order === undefined)
    return { ...UNSEEN, ...trouble, pastMs, beganMs: now.nowMs };
  const done = order.batches.filter(isDone);
  const total = Math.floor((0,change_order/* batchTotal */.ri)(order));
  return {
    ...trouble,
    pastMs,
    beganMs: beganMsOf(order, progress, now),
    batchCount: total >= 1 && total <= MOST_BATCHES ? total : Math.max(1, done.length),
    batchesDone: done.length,
    batchesMs: done.map(tookMs).filter(ms => ms !== undefined),
    pauseMs: pauseMsOf(order),
    stage: stageOf(order, progress, now),
  };
}
const UNSEEN = {
  batchCount: 1,
  batchesDone: 0,
  batchesMs: [],
  pauseMs: 0,
  stage: { kind: 'unseen' },
};
function beganMsOf(order, { timeline, course }, now) {
  const seenMs = timeline.changes[0]?.atMs ?? now.nowMs;
  const workedMs = batchBeganMs(order, 0, course, now) ?? seenMs;
  return workedMs - seenMs <= LONGEST_PREPARATION_MS ? Math.min(seenMs, workedMs) : workedMs;
}
function stageOf(order, { timeline, course }, now) {
  if ((0,rollout_progress/* awaitsPerson */.Tm)(order))
    return { kind: 'awaiting-person' };
  const changedMs = timeline.changes.at(-1)?.atMs ?? now.nowMs;
  const lastEndMs = monotonicMs(order.batches.findLast(isDone)?.updateMs, now) ?? changedMs;
  if ((0,statuses/* phaseOf */.hU)(order.status) === 'pausing') {
    const pauseMs = pauseMsOf(order);
    return { kind: 'pausing', untilMs: pauseMs === 0 ? undefined : Math.min(lastEndMs, changedMs) + pauseMs };
  }
  const next = order.batches.findIndex(batch => !isDone(batch));
  const current = next < 0 ? order.batches.length - 1 : next;
  return { kind: 'working', sinceMs: batchBeganMs(order, current, course, now) ?? lastEndMs };
}
function isDone({ status }) {
  return (0,statuses/* hasSucceeded */.yO)(status);
}
function pauseMsOf({ batchWaitMinutes }) {
  const minutes = batchWaitMinutes ?? 0;
  return minutes > 0 && minutes <= LONGEST_PAUSE_MINUTES ? minutes * 60_000 : 0;
}
;// CONCATENATED MODULE: ./build/src/schedule/forecast.js
function logMean(values) {
  return values.reduce((sum, value) => sum + Math.log(value), 0) / Math.max(1, values.length);
}
function geometricMean(values) {
  return values.length === 0 ? undefined : Math.exp(logMean(values));
}
function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}
const NORMAL_LIKENESS = 1.7;
function shapeOf(deviation) {
  return NORMAL_LIKENESS / deviation;
}
function guessesFrom(originMs, shape, guesses) {
  const referenceMs = guesses[0]?.medianMs ?? 1;
  const each = guesses.map(({ medianMs, weight }) => ({
    weight,
    odds: Math.min(GREATEST_ODDS, Math.max(1 / GREATEST_ODDS, (referenceMs / medianMs) ** shape)),
  }));
  return { originMs, shape, referenceMs, each };
}
const GREATEST_ODDS = 1e150;
function outlookAt({ originMs, shape, referenceMs, each }, atMs) {
  const ageMs = Math.max(0, atMs - originMs);
  const scale = Math.min(GREATEST_ODDS, (ageMs / referenceMs) ** shape);
  let going = 0;
  let ending = 0;
  for (const { weight, odds } of each) {
    const notOver = 1 / (1 + scale * odds);
    going += weight * notOver;
    ending += weight * notOver * (1 - notOver);
  }
  return { going, endingPerMs: ageMs === 0 ? 0 : (shape * ending) / ageMs };
}
const USUAL_DEVIATION = 0.2;
const USUAL_WORTH = 1;
const WIDTH = 0.85;
const LEAST_DEVIATION = 0.03;
function historyOf(pastMs, pausesMs) {
  const workMs = pastMs.filter(isLength).map(ms => (ms > 1.25 * pausesMs ? ms - pausesMs : ms));
  const count = Math.max(1, workMs.length);
  const deviation = WIDTH * count ** -0.2 * deviationAmong(workMs);
  return { workMs, deviation: Math.max(LEAST_DEVIATION, deviation) };
}
function deviationAmong(workMs) {
  const mean = logMean(workMs);
  const squares = workMs.reduce((sum, ms) => sum + (Math.log(ms) - mean) ** 2, 0);
  const freedom = Math.max(0, workMs.length - 1);
  return Math.sqrt((USUAL_WORTH * USUAL_DEVIATION ** 2 + squares) / (USUAL_WORTH + freedom));
}
const BATCH_DEVIATION = 0.15;
const BATCH_WORTH = 5;
const UNKNOWN_DENSITY = 0.2;
function pacesOf(history, batchCount, batchesMs) {
  const { length: done } = batchesMs;
  const ownDeviation = BATCH_DEVIATION / Math.sqrt(Math.max(1, done));
  const ownLog = logMean(batchesMs);
  const deviation = Math.hypot(history.deviation, ownDeviation);
  const past = history.workMs.map(workMs => {
    const medianMs = workMs / batchCount;
    return { medianMs, weight: done === 0 ? 1 : density(Math.log(medianMs) - ownLog, deviation) };
  });
  const own = done === 0 ? [] : [{ medianMs: Math.exp(ownLog), weight: BATCH_WORTH * done * UNKNOWN_DENSITY }];
  return normed([
    { deviation: history.deviation, guesses: past },
    { deviation: ownDeviation, guesses: own },
  ]);
}
function normed(paces) {
  const total = paces.flatMap(({ guesses }) => guesses).reduce((sum, { weight }) => sum + weight, 0);
  return paces
    .filter(({ guesses }) => guesses.length > 0)
    .map(({ deviation, guesses }) => ({
    deviation,
    guesses: guesses.map(({ medianMs, weight }) => ({ medianMs, weight: weight / total })),
  }));
}
function density(difference, deviation) {
  return Math.exp(-0.5 * (difference / deviation) ** 2) / (deviation * Math.sqrt(2 * Math.PI));
}
const COMMON_MS = 160_000;
const EARLY_MS = 75_000;
const BROAD_SHAPE = 2;
const BROAD_WORTH = 5;
const SURPRISES = 0.063;
function forecastOf(known, nowMs) {
  const { pastMs, batchCount, batchesDone, pauseMs, beganMs } = known;
  const history = historyOf(pastMs, (batchCount - 1) * pauseMs);
  const batchesMs = known.batchesMs.filter(isLength);
  const workMs = usualWorkMs(history, batchCount, batchesMs);
  const otherwiseMs = workMs === undefined ? COMMON_MS : Math.sqrt(workMs * EARLY_MS);
  const worth = history.workMs.length + BATCH_WORTH * batchesMs.length;
  const broadWeight = BROAD_WORTH / (BROAD_WORTH + worth);
  const broad = [{ medianMs: otherwiseMs, weight: broadWeight }];
  const paces = pacesOf(history, batchCount, batchesMs);
  const surprises = workMs === undefined ? 0 : SURPRISES * Math.sqrt(batchCount);
  return {
    informed: paces.map(these => restOf(these, 1 - broadWeight, known, nowMs)),
    broad: guessesFrom(beganMs + Math.min(batchesDone, batchCount - 1) * pauseMs, BROAD_SHAPE, broad),
    surprisesPerMs: surprises / Math.max(otherwiseMs, nowMs - stageBeganMs(known, nowMs)),
  };
}
function hazardPerMs({ informed, broad, surprisesPerMs }, atMs) {
  let { going, endingPerMs } = outlookAt(broad, atMs);
  for (const guesses of informed) {
    const outlook = outlookAt(guesses, atMs);
    going += outlook.going;
    endingPerMs += outlook.endingPerMs;
  }
  return endingPerMs / going + surprisesPerMs;
}
function usualWorkMs({ workMs }, batchCount, batchesMs) {
  const paceMs = geometricMean(batchesMs);
  return paceMs === undefined ? geometricMean(workMs) : batchCount * paceMs;
}
function restOf({ deviation, guesses }, share, known, nowMs) {
  const { batchCount, batchesDone, pauseMs, beganMs } = known;
  const left = Math.max(1, batchCount - batchesDone);
  const restBeganMs = batchesDone === 0 ? beganMs : stageBeganMs(known, nowMs);
  const leastMs = left > 1 ? Math.max(0, nowMs - restBeganMs) : 0;
  const batchShape = shapeOf(Math.hypot(deviation, BATCH_DEVIATION));
  const rest = guesses.map(({ medianMs, weight }) => ({
    medianMs: Math.max(medianMs, leastMs) + (left - 1) * medianMs,
    weight: (weight * share) / (1 + (leastMs / medianMs) ** batchShape),
  }));
  const batchDeviation = batchesDone === 0 ? 0 : BATCH_DEVIATION / Math.sqrt(left);
  const shape = shapeOf(Math.hypot(deviation, batchDeviation));
  return guessesFrom(restBeganMs + (left - 1) * pauseMs, shape, rest);
}
function stageBeganMs({ stage }, nowMs) {
  switch (stage.kind) {
    case 'working':
      return stage.sinceMs;
    case 'pausing':
      return Math.max(stage.untilMs ?? nowMs, nowMs);
    case 'unseen':
    case 'awaiting-person':
      return nowMs;
  }
}
;// CONCATENATED MODULE: ./build/src/schedule/planned-wait.js
function waitAfter(progress, now, { limits, bounds, pastMs }) {
  const known = knownOf(progress, pastMs, now);
  const { last } = progress;
  return {
    kind: 'wait',
    plannedMs: plannedWaitMs(known, now.nowMs, bounds),
    aimsMs: [...(0,judge/* aimsMsOf */.ab)(progress, limits), ...plannedAimsMs(known)],
    ...(0,rollout_fault/* pauseAfter */.l0)(last?.kind === 'faulty' ? last.fault : undefined),
  };
}
const LOOK_COST_MS = 250;
const PAUSE_STEP_MS = 21_000;
const PAUSE_OVER_MS = 1_000;
function plannedWaitMs(known, nowMs, bounds) {
  const { unreadableSinceMs } = known;
  const waitMs = unreadableSinceMs === undefined
    ? stageWaitMs(known, nowMs, bounds)
    : soonAgainMs(unreadableSinceMs, nowMs, bounds);
  return Math.min(bounds.maxMs, Math.max(bounds.minMs, waitMs));
}
function plannedAimsMs({ stage }) {
  return stage.kind === 'pausing' && stage.untilMs !== undefined ? [stage.untilMs + PAUSE_OVER_MS] : [];
}
function stageWaitMs(known, nowMs, bounds) {
  const { stage, unsettledSinceMs } = known;
  switch (stage.kind) {
    case 'unseen':
      return soonAgainMs(unsettledSinceMs ?? nowMs, nowMs, bounds);
    case 'working':
      return workingWaitMs(known, nowMs, bounds);
    case 'pausing':
      return nowMs < (stage.untilMs ?? Infinity)
        ? pausingWaitMs(stage, nowMs, bounds)
        : workingWaitMs(known, nowMs, bounds);
    case 'awaiting-person':
      return bounds.maxMs;
  }
}
function pausingWaitMs({ untilMs }, nowMs, { maxMs }) {
  if (untilMs === undefined)
    return maxMs;
  const leftMs = untilMs + PAUSE_OVER_MS - nowMs;
  const looks = Math.ceil(leftMs / Math.min(maxMs, PAUSE_STEP_MS));
  return looks > 1 ? leftMs / looks : maxMs;
}
function workingWaitMs(known, nowMs, bounds) {
  const { unsettledSinceMs } = known;
  const waitMs = hazardWaitMs(forecastOf(known, nowMs), nowMs, bounds);
  if (unsettledSinceMs === undefined)
    return waitMs;
  return Math.min(waitMs, soonAgainMs(unsettledSinceMs, nowMs, bounds));
}
function hazardWaitMs(forecast, nowMs, { minMs, maxMs }) {
  let waitMs = 0;
  let due = 0;
  while (waitMs < maxMs) {
    const stepMs = Math.max(1, minMs / 2, waitMs / 5);
    const hazard = hazardPerMs(forecast, nowMs + waitMs + stepMs / 2);
    const dueInStep = stepMs * Math.sqrt(hazard / (2 * LOOK_COST_MS));
    if (due + dueInStep >= 1)
      return waitMs + (stepMs * (1 - due)) / dueInStep;
    due += dueInStep;
    waitMs += stepMs;
  }
  return maxMs;
}
function soonAgainMs(sinceMs, nowMs, { minMs }) {
  return minMs + Math.max(0, nowMs - sinceMs) / 2;
}
;// CONCATENATED MODULE: ./build/src/idle/blocking.js
function blockingOrders(orders) {
  const newestBegunMs = orders
    .filter(({ status }) => (0,statuses/* provesBegun */.dX)(status))
    .reduce((newest, { createdMs = -Infinity }) => Math.max(newest, createdMs), -Infinity);
  return orders
    .filter(({ status, createdMs = Infinity }) => !(0,statuses/* hasEnded */.hY)(status) && createdMs >= newestBegunMs)
    .toSorted((a, b) => placeOf(a) - placeOf(b) || createdOf(a) - createdOf(b));
}
function placeOf({ status }) {
  if ((0,statuses/* provesBegun */.dX)(status))
    return 0;
  if (status === undefined)
    return 3;
  return (0,statuses/* manualStepOf */.U1)(status) === undefined ? 2 : 1;
}
function createdOf({ createdMs = Number.MAX_SAFE_INTEGER }) {
  return createdMs;
}
function readBlocking(progress, nowMs, limits) {
  const { last } = progress;
  if (last?.kind === 'read' && (0,statuses/* hasEnded */.hY)(last.order.status))
    return { kind: 'ask-the-list' };
  const cause = (0,judge/* decide */.LD)(progress, nowMs, limits)?.cause;
  switch (cause?.kind) {
    case undefined:
      return undefined;
    case 'needs-rollback':
    case 'deadline':
      return { kind: cause.kind };
    case 'manual-step':
      return { kind: 'awaits-person', status: cause.status, ranOut: cause.ranOut };
    case 'refused':
      return { kind: 'unreadable', fault: cause.fault, lastedMs: undefined };
    case 'outage':
      return { kind: 'unreadable', fault: cause.fault, lastedMs: cause.lastedMs };
    default:
      return { kind: 'ask-the-list' };
  }
}
;// CONCATENATED MODULE: ./build/src/idle/await-idle.js
const LIST_STANDS_MS = 5 * 60_000;
function awaitIdle(wait, appId) {
  return new IdleRun(wait, appId).run();
}
class IdleRun {
  #wait;
  #appId;
  #blocking;
  #ended = new Map();
  #looks = 0;
  constructor(wait, appId) {
    this.#wait = wait;
    this.#appId = appId;
  }
  async run() {
    for (;;) {
      const list = await this.#list();
      if (list === undefined)
        return this.#cancelled();
      if (list.kind !== 'orders')
        return this.#unreadable(list);
      const [first, ...others] = blockingOrders(list.orders);
      if (first === undefined) {
        this.#leave();
        return this.#end('idle', { kind: 'idle', orders: list.orders.length });
      }
      const blocking = this.#enter(first, others.length);
      const red = this.#isOver() ? { kind: 'deadline' } : await this.#follow(blocking);
      if (red === undefined)
        return this.#cancelled();
      if (red.kind !== 'ask-the-list' && red.kind !== 'list-is-old')
        return this.#red(red, blocking);
    }
  }
  async #list() {
    const { client, clock, chance, cancel, settings, turns } = this.#wait;
    const deadlineMs = this.#dueMs();
    const { outageToleranceMs } = settings;
    const limits = { searchUntilMs: -Infinity, deadlineMs, outageToleranceMs };
    const lastPollLimitMs = this.#lastPollLimitMs();
    return pollList({ client, clock, chance, cancel, settings, deadlineMs, lastPollLimitMs, turns }, {
      limits,
      observe: signal => this.#lookAtList(signal),
      decide: (looks, nowMs) => looks.last?.kind === 'orders' ? looks.last : troubleOf(looks, nowMs, limits, 'ListChangeOrders'),
      troubled: fault => {
        this.#wait.note({ kind: 'search-trouble', fault });
      },
    });
  }
  async #lookAtList(signal) {
    const { client, turns } = this.#wait;
    this.#looks++;
    const look = await listChangeOrders(client, { appId: this.#appId }, signal, undefined, turns.next());
    if (look.kind === 'fault')
      return look;
    const isForeign = look.orders.some(({ appId = this.#appId }) => appId !== this.#appId);
    return isForeign ? malformedAnswer('ListChangeOrders', { kind: 'list-bad' }) : look;
  }
  #enter(order, others) {
    const before = this.#blocking;
    if (before?.order.changeOrderId === order.changeOrderId) {
      return (this.#blocking = { ...before, order, others });
    }
    this.#leave();
    const { changeOrderId } = order;
    this.#wait.note({ kind: 'blocked-by', order, others });
    const past = this.#wait.followBlocking(changeOrderId);
    const target = { changeOrderId, appId: this.#appId, notBeforeMs: undefined, listed: true };
    const observe = orderPoller(this.#wait.client, target, () => this.#wait.turns.next());
    return (this.#blocking = { order, others, progress: rollout_progress/* NO_PROGRESS */.cf, past, observe });
  }
  #leave() {
    const { manual } = this.#blocking?.progress ?? rollout_progress/* NO_PROGRESS */.cf;
    const ongoingMs = manual.sinceMs === undefined ? 0 : this.#wait.clock.nowMs() - manual.sinceMs;
    this.#wait.addManualTime(manual.usedMs + ongoingMs);
    this.#blocking = undefined;
  }
  async #follow(blocking) {
    const { clock, chance, cancel, settings, turns, news } = this.#wait;
    const { bounds } = settings;
    const { changeOrderId } = blocking.order;
    const timesEnded = this.#ended.get(changeOrderId) ?? 0;
    if (timesEnded > 0) {
      const leftMs = this.#dueMs() - clock.nowMs();
      await clock.sleep(Math.min(backoffMs(timesEnded, bounds), leftMs), cancel);
      this.#ended.set(changeOrderId, timesEnded + 1);
      return cancel.aborted ? undefined : { kind: 'ask-the-list' };
    }
    const limits = this.#limits();
    const listStandsMs = clock.nowMs() + LIST_STANDS_MS;
    const next = (state, nowMs) => {
      const reading = readBlocking(state, nowMs, limits);
      if (reading !== undefined)
        return { kind: 'ended', ending: reading };
      if (nowMs >= listStandsMs)
        return { kind: 'ended', ending: { kind: 'list-is-old' } };
      const now = { nowMs, wallMs: clock.wallMs() - (clock.nowMs() - nowMs) };
      const planned = waitAfter(state, now, { limits, bounds, pastMs: blocking.past.pastMs });
      return { ...planned, aimsMs: [...planned.aimsMs, listStandsMs] };
    };
    const reading = await poll({
      clock,
      chance,
      bounds,
      news,
      fold: rollout_progress/* fold */.AU,
      deadlineMs: state => (0,judge/* dueMsOf */.my)(state, limits),
      observe: blocking.observe,
      lastPollLimitMs: this.#lastPollLimitMs(),
      signal: cancel,
      decide: next,
      observed: (state, before) => {
        this.#looks++;
        blocking.progress = state;
        turns.due((0,judge/* dueMsOf */.my)(state, limits));
        this.#wait.polled(state, before);
      },
      waits: ({ order }) => {
        if (order !== undefined)
          void this.#wait.learn(order);
      },
    }, blocking.progress);
    if (reading?.kind === 'ask-the-list')
      this.#ended.set(changeOrderId, 1);
    return reading;
  }
  #limits() {
    const { settings, deadlineMs, manualTimeLeftMs: manualStepTimeoutMs } = this.#wait;
    return { ...settings, deadlineMs, manualStepTimeoutMs };
  }
  #dueMs() {
    return (0,judge/* dueMsOf */.my)(this.#blocking?.progress ?? rollout_progress/* NO_PROGRESS */.cf, this.#limits());
  }
  #lastPollLimitMs() {
    const { settings, clock } = this.#wait;
    return Math.min(settings.requestTimeoutMs, this.#dueMs() + settings.requestTimeoutMs - clock.nowMs());
  }
  #isOver() {
    return this.#wait.clock.nowMs() >= this.#dueMs();
  }
  #unreadable({ fault }) {
    const blocking = this.#blocking;
    if (blocking !== undefined && this.#isOver())
      return this.#red({ kind: 'deadline' }, blocking);
    return this.#end('unreadable', { kind: 'idle-unreadable', fault, lastedMs: undefined });
  }
  #red(reading, { order, others, progress }) {
    switch (reading.kind) {
      case 'needs-rollback':
        return this.#end('needs-rollback', { kind: 'blocked-for-good', order });
      case 'awaits-person': {
        const { status, ranOut } = reading;
        return this.#end('awaiting-manual-step', { kind: 'blocked-by-person', order, status, ranOut });
      }
      case 'deadline': {
        const { manual } = progress;
        const status = progress.order?.status ?? order.status;
        const isPersons = manual.sinceMs !== undefined && this.#limits().manualStepTimeoutMs !== undefined;
        return isPersons && status !== undefined
          ? this.#end('awaiting-manual-step', { kind: 'blocked-by-person', order, status, ranOut: true })
          : this.#end('timed-out', { kind: 'still-blocked', order, others });
      }
      case 'unreadable': {
        const { fault, lastedMs } = reading;
        return this.#end('unreadable', { kind: 'idle-unreadable', fault, lastedMs });
      }
    }
  }
  #cancelled() {
    const signal = String(this.#wait.cancel.reason);
    return this.#end('cancelled', { kind: 'idle-cancelled', signal, order: this.#blocking?.order });
  }
  #end(verdict, cause) {
    const { order, progress = rollout_progress/* NO_PROGRESS */.cf } = this.#blocking ?? {};
    return { verdict, cause, order, progress: { ...progress, polls: this.#looks } };
  }
}
;// CONCATENATED MODULE: ./build/src/rollout/order-types.js
const KEEPS = {
  supersedes: false,
  renews: false,
  empties: false,
  deletes: false,
  scalesIn: false,
  rollsBack: false,
  keepsVersion: true,
};
const SCALES_IN = { ...KEEPS, scalesIn: true };
const RESTARTS = { ...KEEPS, renews: true };
const RESCALES = { ...RESTARTS, supersedes: true };
const DEPLOYS = { ...RESCALES, keepsVersion: false };
const ROLLS_BACK = { ...DEPLOYS, rollsBack: true };
const EMPTIES = { ...KEEPS, supersedes: true, empties: true, keepsVersion: false };
const ORDER_TYPES = {
  CoBatchStartApplication: RESTARTS,
  CoBatchStopApplication: EMPTIES,
  CoBindNas: KEEPS,
  CoBindSlb: KEEPS,
  CoCreateApp: DEPLOYS,
  CoDeleteApp: { ...EMPTIES, deletes: true },
  CoDeleteInstances: KEEPS,
  CoDeploy: DEPLOYS,
  CoDeployHistroy: ROLLS_BACK,
  CoRescaleApplicationVertically: RESCALES,
  CoRestartApplication: RESTARTS,
  CoRestartInstances: KEEPS,
  CoRollback: ROLLS_BACK,
  CoScaleIn: SCALES_IN,
  CoScaleInAppWithInstances: SCALES_IN,
  CoScaleOut: KEEPS,
  CoStart: RESTARTS,
  CoStartApplication: RESTARTS,
  CoStop: EMPTIES,
  CoStopApplication: EMPTIES,
  CoUnbindNas: KEEPS,
  CoUnbindSlb: KEEPS,
};
const UNKNOWN_TYPE = DEPLOYS;
function isKnownCoType(coType) {
  return Object.hasOwn(ORDER_TYPES, coType);
}
function orderTypeFacts(coTypeCode) {
  if (coTypeCode === undefined || !isKnownCoType(coTypeCode))
    return UNKNOWN_TYPE;
  return ORDER_TYPES[coTypeCode];
}
function isDeployment(coTypeCode) {
  return coTypeCode === 'CoDeploy' || coTypeCode === 'CoCreateApp';
}

// EXTERNAL MODULE: ./build/src/rollout/reading.js
var reading = __nccwpck_require__(9323);
;// CONCATENATED MODULE: ./build/src/schedule/estimate.js
const LEAST_PAST = 3;
const LEAST_BELIEF = 0.3;
const MOST_DONE = 0.99;
const ROUNDING_MS = 100;
function estimateOf(known, nowMs) {
  const { batchCount, batchesDone, stage } = known;
  const pastMs = known.pastMs.filter(isLength);
  const enoughPast = pastMs.length >= LEAST_PAST;
  const isInformed = enoughPast || known.batchesMs.some(isLength);
  const usualMs = enoughPast ? median(pastMs) : undefined;
  if (stage.kind === 'unseen') {
    return { fractionDone: undefined, remainingMs: undefined, usualMs, longerThanAny: undefined };
  }
  const elapsedMs = Math.max(0, nowMs - known.beganMs);
  const awaitsPerson = stage.kind === 'awaiting-person';
  const remainingMs = isInformed && !awaitsPerson ? remainingMsOf(known, nowMs) : undefined;
  const counts = batchCount > 1 && batchesDone > 0 && (awaitsPerson || !isInformed);
  const byNumber = counts ? batchesDone / batchCount : undefined;
  const doneMs = workedMs(known, nowMs);
  const fraction = remainingMs === undefined ? byNumber : doneMs / (doneMs + remainingMs);
  return {
    fractionDone: fraction === undefined ? undefined : Math.min(MOST_DONE, fraction),
    remainingMs,
    usualMs,
    longerThanAny: enoughPast && pastMs.every(ms => ms < elapsedMs) ? pastMs.length : undefined,
  };
}
function workedMs(known, nowMs) {
  const { beganMs, batchesDone, pauseMs, stage } = known;
  const elapsedMs = Math.max(0, nowMs - beganMs);
  const batchesMs = known.batchesMs.filter(isLength);
  if (stage.kind !== 'working' || batchesDone === 0 || batchesMs.length < batchesDone)
    return elapsedMs;
  const batchesWorkedMs = batchesMs.reduce((sum, ms) => sum + ms, 0);
  const stageMs = Math.max(0, nowMs - stage.sinceMs);
  return Math.min(elapsedMs, batchesWorkedMs + batchesDone * pauseMs + stageMs);
}
function remainingMsOf(known, nowMs) {
  const forecast = forecastOf(known, nowMs);
  const going = informedGoing(forecast, nowMs);
  const believed = going / (going + outlookAt(forecast.broad, nowMs).going);
  if (!(believed >= LEAST_BELIEF))
    return undefined;
  const isHalf = (afterMs) => informedGoing(forecast, nowMs + afterMs) <= going / 2;
  let beyondMs = 1_000;
  while (!isHalf(beyondMs)) {
    if (beyondMs > LONGEST_MS)
      return undefined;
    beyondMs *= 2;
  }
  let withinMs = 0;
  while (beyondMs - withinMs > ROUNDING_MS) {
    const middleMs = (withinMs + beyondMs) / 2;
    if (isHalf(middleMs))
      beyondMs = middleMs;
    else
      withinMs = middleMs;
  }
  return Math.ceil(beyondMs);
}
function informedGoing({ informed }, atMs) {
  return informed.reduce((sum, guesses) => sum + outlookAt(guesses, atMs).going, 0);
}
;// CONCATENATED MODULE: ./build/src/gate/followed-order.js
class PastRollouts {
  #caller;
  #signal;
  #asked = new Map();
  constructor(caller, signal) {
    this.#caller = caller;
    this.#signal = signal;
  }
  durationsMs(query) {
    const key = JSON.stringify([query.appId, query.coTypeCode]);
    const asked = this.#asked.get(key) ?? this.#ask(query);
    this.#asked.set(key, asked);
    return asked;
  }
  async #ask(query) {
    try {
      return await pastDurationsMs(this.#caller, query, this.#signal);
    }
    catch {
      return [];
    }
  }
}
class FollowedOrder {
  subject;
  #past;
  #progress = rollout_progress/* NO_PROGRESS */.cf;
  #pastMs = [];
  #learns = false;
  constructor(subject, past) {
    this.subject = subject;
    this.#past = past;
  }
  get progress() {
    return this.#progress;
  }
  get pastMs() {
    return this.#pastMs;
  }
  polled(now) {
    this.#progress = now;
  }
  async learn({ appId, coTypeCode }, ofAppId) {
    const askedAppId = appId ?? ofAppId;
    if (this.#past === undefined || askedAppId === undefined || this.#learns)
      return undefined;
    this.#learns = true;
    const pastMs = await this.#past.durationsMs({ appId: askedAppId, coTypeCode });
    if (pastMs.length === 0)
      return undefined;
    this.#pastMs = pastMs;
    const [shortestMs, longestMs] = [Math.min(...pastMs), Math.max(...pastMs)];
    return { count: pastMs.length, shortestMs, usualMs: median(pastMs), longestMs };
  }
  estimateAt(now) {
    const estimate = estimateOf(knownOf(this.#progress, this.#pastMs, now), now.nowMs);
    const isDoubtful = this.#progress.doubt !== undefined;
    return isDoubtful ? { ...estimate, fractionDone: undefined, remainingMs: undefined } : estimate;
  }
}
;// CONCATENATED MODULE: ./build/src/gate/wait.js
const HEARTBEAT_MS = 30_000;
function subjectOf(target, { regionId }) {
  const changeOrderId = target.kind === 'order' ? target.changeOrderId : undefined;
  const { appId, appName } = target;
  const task = target.kind === 'idle' ? { task: 'idle' } : {};
  return { changeOrderId, appId, ...(appName === undefined ? {} : { appName }), regionId, ...task };
}
class Wait {
  settings;
  target;
  client;
  clock;
  chance;
  cancel;
  turns;
  news = new News();
  #past;
  #reporter;
  #onFollowed;
  #over = new AbortController();
  #verifying;
  #startMs;
  #followed;
  #deadlineMs;
  #manualUsedMs = 0;
  #appId;
  constructor(parts) {
    const { settings, target, client, budget, past, clock, chance, cancel, reporter, followed } = parts;
    this.#onFollowed = followed ?? (() => undefined);
    this.settings = settings;
    this.target = target;
    this.client = client;
    this.clock = clock;
    this.chance = chance;
    this.cancel = cancel;
    this.#appId = target.appId;
    this.#startMs = clock.nowMs();
    this.#past = past;
    this.#reporter = reporter;
    this.#followed = new FollowedOrder(subjectOf(target, settings));
    this.#deadlineMs = this.#startMs + settings.timeoutMs;
    this.turns = new PollTurns(budget, clock, this.#deadlineMs);
  }
  get deadlineMs() {
    return this.#deadlineMs;
  }
  get appId() {
    return this.#appId;
  }
  get lastPollLimitMs() {
    const { requestTimeoutMs } = this.settings;
    return Math.min(requestTimeoutMs, this.#deadlineMs + requestTimeoutMs - this.clock.nowMs());
  }
  get manualTimeLeftMs() {
    const limitMs = this.settings.manualStepTimeoutMs;
    return limitMs === undefined ? undefined : Math.max(0, limitMs - this.#manualUsedMs);
  }
  addManualTime(usedMs) {
    if (this.settings.manualStepTimeoutMs === undefined)
      return;
    this.#manualUsedMs += usedMs;
    this.#deadlineMs += usedMs;
    this.turns.due(this.#deadlineMs);
  }
  async learn(order) {
    const followed = this.#followed;
    const lesson = await followed.learn(order, this.#appId);
    if (lesson === undefined || followed !== this.#followed)
      return;
    this.note({ kind: 'learnt', ...lesson });
    this.news.announce();
  }
  named(appId) {
    this.#appId = appId;
    this.#followed = new FollowedOrder({ ...this.#followed.subject, appId });
  }
  note(note) {
    this.#reporter.noted(note, this.#moment());
  }
  follow(subject) {
    if (subject.changeOrderId !== undefined)
      this.#onFollowed(subject.changeOrderId);
    this.#followed = new FollowedOrder(subject, this.settings.learn ? this.#past : undefined);
    this.turns.startAnew();
    this.#reporter.following(subject, this.#moment());
    return this.#followed;
  }
  followBlocking(changeOrderId) {
    return this.follow({ ...this.#followed.subject, changeOrderId });
  }
  polled(now, before) {
    this.#followed.polled(now);
    this.turns.seen();
    this.#reporter.polled(now, before, this.#moment());
  }
  verifying(stage) {
    this.#verifying = stage;
    this.#reporter.verifying(this.#followed.progress, this.#moment());
  }
  begin() {
    this.#reporter.started(this.#followed.subject);
    const signal = AbortSignal.any([this.cancel, this.#over.signal]);
    void (0,polling_clock/* heartbeat */.j)(this.clock, HEARTBEAT_MS, signal, () => {
      this.#reporter.beat(this.#followed.progress, this.#moment());
    });
  }
  close() {
    this.#over.abort();
    this.turns.close();
  }
  ended({ verdict, cause }, { subject, progress } = this.#followed, amongSeveral = false) {
    const nowMs = this.clock.nowMs();
    return {
      verdict,
      cause,
      subject,
      progress,
      amongSeveral,
      startedMs: this.#startMs,
      waitedMs: nowMs - this.#startMs,
      endedWallMs: this.clock.wallMs(),
      estimate: this.#estimate(),
    };
  }
  #estimate() {
    return this.#followed.estimateAt({ nowMs: this.clock.nowMs(), wallMs: this.clock.wallMs() });
  }
  #moment() {
    const nowMs = this.clock.nowMs();
    return {
      elapsedMs: nowMs - this.#startMs,
      leftMs: Math.max(0, this.turns.dueMs - nowMs),
      wallMs: this.clock.wallMs(),
      startedMs: this.#startMs,
      estimate: this.#estimate(),
      verifying: this.#verifying,
    };
  }
}
;// CONCATENATED MODULE: ./build/src/gate/follow.js
async function followTarget(wait, parts) {
  const startedWallMs = wait.clock.wallMs();
  try {
    const target = await targetById(wait, wait.target, parts);
    if ('verdict' in target)
      return wait.ended(target);
    if (target.kind === 'idle')
      return await followIdle(wait, target.appId);
    if (target.kind === 'find')
      return await followApplication(wait, target, startedWallMs, parts);
    const ending = await followOrder(wait, { ...target, notBeforeMs: undefined, listed: false });
    return wait.ended(ending);
  }
  catch (thrown) {
    const cause = { kind: 'bug', message: (0,clean/* thrownText */.kZ)(thrown, parts.hide) };
    return wait.ended({ verdict: 'error', cause });
  }
}
async function targetById(wait, target, { names }) {
  const { appName, appId } = target;
  if (appName !== undefined) {
    const naming = await names.find(wait, { ...target, appName });
    if (naming.kind === 'cancelled')
      return givenUpOf(wait);
    if (naming.kind !== 'named')
      return endingOfNaming(naming);
    wait.named(naming.appId);
    return { ...target, appId: naming.appId };
  }
  if (target.kind === 'order')
    return target;
  if (appId === undefined)
    throw new Error('the application is missing');
  return { ...target, appId };
}
function endingOfNaming(failure) {
  return { verdict: failure.kind === 'names-unreadable' ? 'unreadable' : 'error', cause: failure };
}
async function followIdle(wait, appId) {
  const ending = await awaitIdle(wait, appId);
  const { order, progress } = ending;
  const subject = { ...subjectOf(wait.target, wait.settings), appId, changeOrderId: order?.changeOrderId };
  return wait.ended(ending, { subject, progress });
}
async function followApplication(wait, target, startedWallMs, { runStart, serverTime }) {
  const { clock, cancel } = wait;
  for (const coType of target.coTypes ?? []) {
    if (!isKnownCoType(coType))
      wait.note({ kind: 'unknown-co-type', coType: (0,clean/* cleanText */.X5)(coType, 100) });
  }
  const bound = await creationBound(target, startedWallMs, runStart);
  if (cancel.aborted)
    return wait.ended(follow_givenUp(cancel));
  if ('unknown' in bound) {
    const cause = { kind: 'bad-inputs', faults: [{ kind: 'no-run-start', ...bound.unknown }] };
    return wait.ended({ verdict: 'error', cause });
  }
  if (isByOwnClock(bound, target))
    serverTime.insistOnOwn();
  wait.note({ kind: 'bound', bound, agoMs: clock.wallMs() - bound.createdAfterMs });
  return findAndFollow(wait, target, bound);
}
async function findAndFollow(wait, target, bound) {
  const finder = new OrderFinder(wait, target, bound);
  const subject = { ...subjectOf(wait.target, wait.settings), appId: target.appId };
  const unseen = { subject, progress: rollout_progress/* NO_PROGRESS */.cf };
  const succeeded = new Map();
  for (;;) {
    const newest = speakerOf([...succeeded.values()], target);
    const finding = newest === undefined ? await finder.find() : await finder.confirm([...succeeded.keys()]);
    if (finding.kind !== 'orders')
      return wait.ended(endingOfSearch(finding, wait.cancel), newest ?? unseen);
    const waiting = finding.orders.filter(order => !succeeded.has(order.changeOrderId));
    if (waiting.length === 0 && newest !== undefined) {
      const orders = [...succeeded.values()].flatMap(({ progress }) => progress.order ?? []);
      return { ...wait.ended(newest, newest, succeeded.size > 1), succeeded: orders };
    }
    const red = await followAll(wait, target.appId, finder, waiting, succeeded);
    if (red !== undefined)
      return red;
  }
}
function speakerOf(greens, { coTypes }) {
  const deployment = greens.findLast(({ progress }) => isDeployment(progress.order?.coTypeCode));
  return (coTypes === undefined ? deployment : undefined) ?? greens.at(-1);
}
function endingOfSearch(failure, cancel) {
  switch (failure.kind) {
    case 'none-found':
      return { verdict: 'not-found', cause: failure };
    case 'list-unreadable':
      return { verdict: 'unreadable', cause: failure };
    case 'cancelled':
      return follow_givenUp(cancel);
  }
}
async function followAll(wait, appId, finder, waiting, succeeded) {
  const greens = [];
  let others = succeeded.size + waiting.length - 1;
  for (const [index, order] of waiting.entries()) {
    if (index + succeeded.size > 0)
      wait.note({ kind: 'also-qualifies', order });
    const { changeOrderId } = order;
    const ending = await followOrder(wait, {
      changeOrderId,
      appId,
      notBeforeMs: finder.notBeforeMs,
      listed: true,
      undated: order.createdMs === undefined,
    });
    if (ending.cause.kind === 'stale') {
      finder.refuseAsStale(changeOrderId, ending.cause.startMs);
      others--;
    }
    else if (ending.verdict === 'succeeded')
      greens.unshift([changeOrderId, wait.ended(ending)]);
    else
      return wait.ended(ending, undefined, others > 0);
  }
  for (const [changeOrderId, green] of greens)
    succeeded.set(changeOrderId, green);
  return undefined;
}
async function followOrder(wait, target, rollbackAsked = false) {
  const { settings, clock, chance, cancel, deadlineMs } = wait;
  const { bounds, regionId } = settings;
  const manualStepTimeoutMs = wait.manualTimeLeftMs;
  const limits = { ...settings, deadlineMs, manualStepTimeoutMs, rollbackAsked };
  const { changeOrderId, appId } = target;
  const followed = wait.follow({ changeOrderId, appId, regionId });
  const ending = await poll({
    clock,
    chance,
    bounds,
    deadlineMs: state => (0,judge/* dueMsOf */.my)(state, limits),
    fold: rollout_progress/* fold */.AU,
    observe: orderPoller(wait.client, target, () => wait.turns.next()),
    lastPollLimitMs: wait.lastPollLimitMs,
    signal: cancel,
    decide: (state, nowMs) => {
      const wallMs = clock.wallMs() - (clock.nowMs() - nowMs);
      return nextStep(state, { nowMs, wallMs }, { limits, bounds, pastMs: followed.pastMs });
    },
    news: wait.news,
    observed: (state, before) => {
      wait.turns.due((0,judge/* dueMsOf */.my)(state, limits));
      wait.polled(state, before);
    },
    waits: ({ order }) => {
      if (order !== undefined && goesOn(order))
        void wait.learn(order);
    },
  }, rollout_progress/* NO_PROGRESS */.cf);
  wait.addManualTime(followed.progress.manual.usedMs);
  return ending ?? follow_givenUp(cancel);
}
function goesOn(order) {
  return (0,reading/* readingOf */.M)(order, false).kind === 'undecided';
}
function nextStep(progress, now, course) {
  const ending = (0,judge/* decide */.LD)(progress, now.nowMs, course.limits);
  return ending === undefined ? waitAfter(progress, now, course) : { kind: 'ended', ending };
}
const FAILED_FAST = 'failed fast';
function follow_givenUp(cancel) {
  const reason = String(cancel.reason);
  return reason === FAILED_FAST
    ? { verdict: 'not-awaited', cause: { kind: 'not-awaited' } }
    : { verdict: 'cancelled', cause: { kind: 'cancelled', signal: reason } };
}
function givenUpOf({ target, cancel }) {
  if (target.kind !== 'idle')
    return follow_givenUp(cancel);
  const signal = String(cancel.reason);
  return { verdict: 'cancelled', cause: { kind: 'idle-cancelled', signal, order: undefined } };
}
;// CONCATENATED MODULE: ./build/src/sae/abort.js
const abort_dataSchema = zod/* object */.Ik({ ChangeOrderId: loose(zod/* string */.Yj().check(zod/* refine */.YP(isPlainId))) });
async function abortAndRollbackChangeOrder(client, changeOrderId, signal, limits) {
  const query = { ChangeOrderId: changeOrderId };
  const answer = await client.write('AbortAndRollbackChangeOrder', query, signal, limits);
  if (answer.kind === 'fault')
    return answer;
  return { kind: 'taken', changeOrderId: abort_dataSchema.safeParse(answer.data).data?.ChangeOrderId };
}
;// CONCATENATED MODULE: ./build/src/undo/acceptance.js
const BEFORE_ANYTHING = [
  'Throttling',
  'Throttling.User',
  'Throttling.Api',
  'Rejected.Throttling',
  'InvalidTimeStamp.Expired',
  'InvalidTimeStamp.Format',
  'InvalidSecurityToken.Expired',
];
const REFUSED = [
  'InvalidParameter.NotEmpty',
  'Resouce.no.permission',
  'InvalidChangeOrder.NotFound',
  'Application.ChangerOrder.Not.Running',
  'Forbidden.RAM',
  'NoPermission',
  'AccessDenied',
  'InvalidAccessKeyId',
  'InvalidAccessKeyId.NotFound',
  'InvalidAccessKeyId.Inactive',
  'InvalidSecurityToken.Malformed',
  'InvalidSecurityToken.MismatchWithAccessKey',
  'MissingSecurityToken',
  'SignatureDoesNotMatch',
  'IncompleteSignature',
  'InvalidAction.NotFound',
  'InvalidServerlessRegion.Unsupported',
];
const acceptance_NOT_ASKED = ['no-id-token', 'role-refused'];
function acceptanceOf(fault) {
  if (fault === undefined)
    return 'accepted';
  const { reason, neverSent, unambiguous, code = '' } = fault;
  if (acceptance_NOT_ASKED.includes(reason))
    return 'refused';
  if (neverSent === true)
    return reason === 'certificate' ? 'refused' : 'try-again';
  if (unambiguous !== true)
    return 'unknown';
  if (BEFORE_ANYTHING.includes(code))
    return 'try-again';
  return REFUSED.includes(code) ? 'refused' : 'unknown';
}
;// CONCATENATED MODULE: ./build/src/undo/abort.js
const UNHURRIED = { checksMs: 60_000, writeMs: 60_000, attempts: 3 };
const CANCELLED = { checksMs: 3_000, writeMs: 2_000, attempts: 1 };
const USUAL_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 10_000;
const LOOK_STANDS_MS = 5_000;
const GRACE_MS = 2_000;
async function abortAndRollBack(parts) {
  const known = (0,permission/* refusalOfCase */.wM)(parts.asked);
  if (known !== undefined)
    return { kind: 'not-written', why: known };
  const limits = parts.asked.trigger === 'cancelled' ? CANCELLED : UNHURRIED;
  const abort = new Abort(parts, limits);
  for (let attempt = 1;; attempt++) {
    const outcome = await abort.attempt();
    if (outcome.kind !== 'again')
      return outcome;
    if (attempt === limits.attempts)
      return { kind: 'not-written', why: outcome.why };
    const { hintMs = USUAL_PAUSE_MS } = (0,rollout_fault/* pauseAfter */.l0)(outcome.fault).pause ?? {};
    await parts.clock.sleep(Math.min(hintMs, LONGEST_PAUSE_MS), parts.cancel);
  }
}
class Abort {
  #parts;
  #limits;
  #cancel;
  #provenUndone;
  constructor(parts, limits) {
    this.#parts = parts;
    this.#limits = limits;
    this.#provenUndone = parts.provenUndone;
    this.#cancel = parts.asked.trigger === 'cancelled' ? new AbortController().signal : parts.cancel;
  }
  async attempt() {
    const { clock, asked } = this.#parts;
    const { checksMs } = this.#limits;
    const read = await (0,polling_clock/* within */.u)(clock, checksMs, this.#cancel, signal => this.#read(signal));
    if (read.kind === 'aborted')
      return { kind: 'not-written', why: { kind: 'step-cancelled' } };
    if (read.kind === 'timed-out')
      return { kind: 'not-written', why: { kind: 'no-time', limitMs: checksMs } };
    const why = (0,permission/* refusalOf */.Of)(asked, read.value);
    if (why === undefined)
      return this.#write(read.value);
    const passes = why.kind === 'unreadable' && !(0,rollout_fault/* isFinal */.dR)(why.fault);
    return passes ? { kind: 'again', why, fault: why.fault } : { kind: 'not-written', why };
  }
  async #read(signal) {
    const { client, clock, asked } = this.#parts;
    const { changeOrderId = '', appId = '', trigger, givenById } = asked;
    const turn = { purpose: 'first-look', unseenSinceMs: 0, askedMs: clock.nowMs() };
    const holds = (orders) => givenById && orders.some(order => order.changeOrderId === changeOrderId);
    const listing = listChangeOrders(client, { appId }, signal, holds, turn);
    if (trigger !== 'cancelled')
      await listing;
    const [list, order, lastOrderId] = await Promise.all([
      listing,
      describeChangeOrder(client, changeOrderId, signal, turn),
      lastChangeOrderId(client, appId, signal, turn),
    ]);
    return {
      orders: ordersOf(list),
      order: order.kind === 'fault' ? order : { kind: 'answer', value: asItCame(order) },
      lastOrderId,
    };
  }
  async #write({ orders, order }) {
    const { client, asked, writes } = this.#parts;
    const { changeOrderId = '' } = asked;
    writes();
    const stop = this.#writeLimit();
    const answer = await abortAndRollbackChangeOrder(client, changeOrderId, stop.signal, {
      provenUndone: this.#provenUndone,
      startBefore: this.#lookIsOld(stop.signal),
    }).finally(() => {
      stop.abort();
    });
    const fault = answer.kind === 'fault' ? answer.fault : undefined;
    const acceptance = acceptanceOf(fault);
    this.#provenUndone = acceptance === 'refused' || acceptance === 'try-again';
    if (fault !== undefined && acceptance === 'refused') {
      return { kind: 'not-written', why: { kind: 'refused', fault } };
    }
    if (fault !== undefined && acceptance === 'try-again') {
      return { kind: 'again', why: { kind: 'refused', fault }, fault };
    }
    return {
      kind: 'sent',
      accepted: acceptance === 'accepted',
      fault,
      answeredOrderId: answer.kind === 'taken' ? answer.changeOrderId : undefined,
      before: orders.kind === 'answer' ? orders.value : [],
      beganMs: (order.kind === 'answer' ? (0,change_order/* rolloutStartMs */.iD)(order.value) : undefined) ?? Infinity,
    };
  }
  #lookIsOld(over) {
    const old = new AbortController();
    void this.#parts.clock.sleep(LOOK_STANDS_MS, over).then(() => {
      old.abort();
    });
    return old.signal;
  }
  #writeLimit() {
    const { clock } = this.#parts;
    const stop = new AbortController();
    const over = (limitMs) => {
      void clock.sleep(limitMs, stop.signal).then(() => {
        stop.abort();
      });
    };
    const cancelled = () => {
      over(GRACE_MS);
    };
    over(this.#limits.writeMs);
    if (this.#cancel.aborted)
      cancelled();
    else
      this.#cancel.addEventListener('abort', cancelled, { once: true, signal: stop.signal });
    return stop;
  }
}
function asItCame({ order, rawAppId, oddStart }) {
  const batches = oddStart === undefined ? order.batches : order.batches.map(batch => ({ ...batch, startMs: undefined }));
  return { ...order, appId: rawAppId, batches };
}
function ordersOf(list) {
  return list.kind === 'fault' ? list : { kind: 'answer', value: list.orders };
}
;// CONCATENATED MODULE: ./build/src/undo/carried.js
async function carriedNow(client, appId, signal, turn) {
  const groups = await allGroups(client, appId, signal, turn);
  if (groups.kind === 'fault')
    return undefined;
  const live = [];
  for (const { groupId } of groups.value) {
    const instances = await allInstances(client, { appId, groupId }, signal, turn);
    if (instances.kind === 'fault')
      return undefined;
    live.push(...instances.value.filter(instance_states/* isLive */.DG));
  }
  if (live.length === 0)
    return undefined;
  return {
    images: [...new Set(live.map(({ imageUrl }) => imageUrl))],
    versions: [...new Set(live.map(({ packageVersion }) => packageVersion))],
  };
}
async function carriedBefore(client, { appId, changeOrderId }, signal, turn) {
  const carried = await carriedNow(client, appId, signal, turn);
  if (carried === undefined)
    return undefined;
  const look = await describeChangeOrder(client, changeOrderId, signal, turn);
  if (look.kind === 'fault')
    return undefined;
  const { batches } = look.order;
  return batches.length > 0 && !batches.some(change_order/* hasBegun */.SU) ? carried : undefined;
}
function runsAsBefore({ before, between, after }) {
  if (before === undefined || between === undefined || after === undefined)
    return false;
  return ['images', 'versions'].some(what => {
    const [was, ...others] = before[what];
    const [is, ...more] = after[what];
    if (was === undefined || others.length > 0 || is !== was || more.length > 0)
      return false;
    return between[what].some(one => one !== undefined && one !== was);
  });
}
;// CONCATENATED MODULE: ./build/src/gate/follow-undo.js
async function followUndo(undo) {
  const { parts, asked, aborted, timeoutMs } = undo;
  const { changeOrderId = '' } = asked;
  const startedMs = parts.clock.nowMs();
  const span = { startedMs, endMs: startedMs + timeoutMs };
  const id = aborted.answeredOrderId ?? changeOrderId;
  const followed = await followOne(undo, id, span);
  if (id !== changeOrderId)
    return followed;
  const other = await rollbackSince(undo);
  return other === undefined ? followed : followOne(undo, other, span);
}
async function followOne({ parts, asked, aborted, timeoutMs, show }, changeOrderId, { startedMs, endMs }) {
  const { settings, target, clock, toolkit, words, reports, onlooker } = parts;
  const { appId } = asked;
  const separate = changeOrderId !== asked.changeOrderId;
  const log = new LogReporter(toolkit, words, words.undo.log.label, onlooker?.beats !== true);
  const tell = ({ order }, changed) => {
    const lastedMs = (0,undo_undo/* followedMs */.fV)(startedMs, clock.nowMs());
    const followed = { changeOrderId, separate, status: order?.status };
    show({ kind: 'under-way', order: followed, startedMs, lastedMs, timeoutMs }, changed);
  };
  const shown = {
    following: () => {
      tell(rollout_progress/* NO_PROGRESS */.cf, true);
    },
    polled: now => {
      tell(now, now.news.changes.length > 0);
    },
    beat: now => {
      tell(now, false);
    },
  };
  const wait = new Wait({
    ...parts,
    settings: {
      ...settings,
      timeoutMs: Math.max(0, endMs - clock.nowMs()),
      failOnManualStep: false,
      manualStepTimeoutMs: undefined,
      learn: false,
    },
    target: { kind: 'order', changeOrderId, appId, appName: undefined, namespaceId: target.namespaceId },
    reporter: new Reporters([shown, log], reports.failed),
  });
  wait.begin();
  const order = { changeOrderId, appId, notBeforeMs: undefined, listed: !separate };
  const ending = await followOrder(wait, order, !separate).finally(() => {
    wait.close();
  });
  const { verdict, progress } = wait.ended(ending);
  const { order: seen } = progress;
  const rollsBack = separate &&
    orderTypeFacts(seen?.coTypeCode).rollsBack &&
    !aborted.before.some(one => one.changeOrderId === changeOrderId) &&
    seen !== undefined &&
    ((0,change_order/* rolloutStartMs */.iD)(seen) ?? -Infinity) >= aborted.beganMs;
  return { changeOrderId, separate, rollsBack, verdict, status: seen?.status };
}
async function rollbackSince({ parts, asked, aborted, look }) {
  const { appId = '', changeOrderId } = asked;
  const list = await look(signal => listChangeOrders(parts.client, { appId }, signal));
  if (list === undefined || list.kind === 'fault')
    return undefined;
  const ownMs = list.orders.find(order => order.changeOrderId === changeOrderId)?.createdMs;
  if (ownMs === undefined)
    return undefined;
  const before = new Set(aborted.before.map(order => order.changeOrderId));
  const since = list.orders.filter(order => order.changeOrderId !== changeOrderId &&
    !before.has(order.changeOrderId) &&
    (order.appId ?? appId) === appId &&
    orderTypeFacts(order.coTypeCode).rollsBack &&
    (order.createdMs ?? -Infinity) >= ownMs);
  return since.length === 1 ? since[0]?.changeOrderId : undefined;
}
;// CONCATENATED MODULE: ./build/src/gate/undone.js
function undoOnRequest(parts, more) {
  const { rollback } = parts.settings;
  return rollback === undefined ? undefined : new UndoOnRequest({ ...parts, ...more }, rollback);
}
const LONGEST_LOOK_MS = 10_000;
class UndoOnRequest {
  #parts;
  #rollback;
  #bound;
  #before = Promise.resolve(undefined);
  #onTheWay = () => undefined;
  #over = new AbortController();
  constructor(parts, rollback) {
    this.#parts = parts;
    this.#rollback = rollback;
  }
  async begin(wait) {
    const { clock, runStart, serverTime, target } = this.#parts;
    const bound = await creationBound(this.#rollback, clock.wallMs(), runStart);
    if (!('unknown' in bound)) {
      this.#bound = bound;
      if (isByOwnClock(bound, this.#rollback))
        serverTime.insistOnOwn();
      return undefined;
    }
    if (target.kind === 'find')
      return undefined;
    const cause = {
      kind: 'bad-inputs',
      faults: [{ kind: 'rollback-no-run-start', ...bound.unknown }],
    };
    return wait.ended({ verdict: 'error', cause });
  }
  followed(changeOrderId, appId) {
    const { client, settings } = this.#parts;
    if (settings.verify.mode === 'off' || appId === undefined)
      return;
    this.#before = this.#look(signal => carriedBefore(client, { appId, changeOrderId }, signal, LEARNING));
  }
  async undo(outcome, show, outputs, onTheWay) {
    this.#onTheWay = onTheWay;
    const trigger = (0,permission/* triggerOf */.ix)(outcome.verdict, this.#rollback.on);
    if (trigger === undefined) {
      this.#over.abort();
      return { ...outcome, undo: { kind: 'not-due' } };
    }
    try {
      const undo = await this.#undoInTime(trigger, outcome, outputs);
      if (undo.kind !== 'sent' || undo.followed === undefined)
        return { ...outcome, undo };
      const { verification, ...unseen } = outcome;
      return verification === undefined ? { ...outcome, undo } : { ...(await show(unseen)), undo };
    }
    catch (thrown) {
      const message = (0,clean/* thrownText */.kZ)(thrown, this.#parts.toolkit.redact);
      return { ...outcome, undo: { kind: 'bug', message } };
    }
    finally {
      this.#over.abort();
    }
  }
  async #undoInTime(trigger, outcome, outputs) {
    const isCancelled = () => this.#parts.cancel.aborted && this.#rollback.on.includes('cancelled');
    if (isCancelled())
      return this.#undo('cancelled', outcome, outputs);
    const undo = await this.#undo(trigger, outcome, outputs);
    const wasCancelled = undo.kind === 'not-written' && undo.why.kind === 'step-cancelled';
    return wasCancelled && isCancelled() ? this.#undo('cancelled', outcome, outputs, true) : undo;
  }
  async #undo(trigger, outcome, outputs, provenUndone = false) {
    const { client, clock, cancel, words } = this.#parts;
    const asked = this.#caseOf(trigger, outcome);
    const { timeoutMs } = this.#rollback;
    if (trigger !== 'cancelled')
      this.#show({ kind: 'under-way', order: undefined, startedMs: clock.nowMs(), lastedMs: 0, timeoutMs }, true);
    const before = trigger === 'cancelled' ? undefined : await this.#before;
    const between = before && (await this.#carried(asked.appId));
    const writes = () => {
      this.#say(words.undo.log.writes(asked.changeOrderId ?? ''));
    };
    const aborted = await abortAndRollBack({ client, clock, cancel, asked, writes, provenUndone });
    if (aborted.kind === 'not-written')
      return { ...aborted, trigger };
    const { accepted, fault, answeredOrderId } = aborted;
    if (answeredOrderId !== undefined)
      outputs.rollbackOrder(answeredOrderId);
    const sent = {
      kind: 'sent',
      trigger,
      accepted,
      fault,
      rollbackOrderId: answeredOrderId,
      followed: undefined,
      runsAsBefore: false,
    };
    const isCancelled = () => cancel.aborted;
    if (trigger === 'cancelled' || isCancelled())
      return sent;
    this.#say(words.undo.log.follows(accepted, answeredOrderId, timeoutMs));
    const followed = await followUndo({
      parts: this.#parts,
      asked,
      aborted,
      timeoutMs,
      look: look => this.#look(look),
      show: (underWay, changed) => {
        this.#show(underWay, changed);
      },
    });
    if (isCancelled())
      return sent;
    if (followed.separate)
      outputs.rollbackOrder(followed.changeOrderId);
    const rollbackOrderId = followed.separate ? followed.changeOrderId : answeredOrderId;
    const after = before && (await this.#carried(asked.appId));
    return { ...sent, rollbackOrderId, followed, runsAsBefore: runsAsBefore({ before, between, after }) };
  }
  #caseOf(trigger, { subject, amongSeveral }) {
    const { target, settings } = this.#parts;
    return {
      trigger,
      targets: settings.targets.length,
      changeOrderId: subject.changeOrderId,
      appId: subject.appId,
      givenById: target.kind === 'order',
      descriptionContains: target.kind === 'find' ? target.descriptionContains : undefined,
      amongSeveral,
      createdAfterMs: this.#bound?.createdAfterMs,
    };
  }
  #carried(appId) {
    const { client, clock } = this.#parts;
    if (appId === undefined)
      return Promise.resolve(undefined);
    const turn = { purpose: 'diagnosis', unseenSinceMs: 0, askedMs: clock.nowMs() };
    return this.#look(signal => carriedNow(client, appId, signal, turn));
  }
  async #look(look) {
    const { clock, cancel } = this.#parts;
    try {
      const signal = AbortSignal.any([cancel, this.#over.signal]);
      const looked = await (0,polling_clock/* within */.u)(clock, LONGEST_LOOK_MS, signal, look);
      return looked.kind === 'done' ? looked.value : undefined;
    }
    catch {
      return undefined;
    }
  }
  #show(undo, changed) {
    this.#parts.reports.safely(() => {
      this.#onTheWay(undo, changed);
    });
  }
  #say(text) {
    const { toolkit, reports } = this.#parts;
    reports.safely(() => {
      toolkit.line(text);
    });
  }
}
;// CONCATENATED MODULE: ./build/src/verification/running-now.js
function runningNow({ groups, last }, { beganMs, atMs, partly, }) {
  const all = groups.flatMap(({ instances }) => instances);
  const live = all.filter(instance_states/* isLive */.DG);
  const wanted = groups.map(({ replicas }) => replicas);
  return {
    atMs,
    instances: live,
    wanted: sumOf(wanted),
    ready: live.filter(instance_states/* isReady */.i_).length,
    draining: all.length - live.length,
    beganMs,
    sinceRollout: createdSince(live, beganMs),
    restarts: sumOf(live.map(({ restarts }) => restarts)),
    image: theOne(live.map(({ imageUrl }) => imageUrl)),
    version: theOne(live.map(({ packageVersion }) => packageVersion)),
    unchecked: live.some(instance_states/* isUnchecked */.b),
    partly,
    supersededBy: last?.kind === 'superseded' ? last.order : undefined,
  };
}
function createdSince(live, beganMs) {
  if (beganMs === undefined || live.some(({ createdMs }) => createdMs === undefined))
    return undefined;
  return live.filter(({ createdMs = 0 }) => createdMs >= beganMs).length;
}
function sumOf(numbers) {
  return numbers.reduce((sum, one) => (sum === undefined || one === undefined ? undefined : sum + one), 0);
}
function theOne(values) {
  const [first, ...others] = new Set(values);
  return others.length === 0 ? first : undefined;
}
;// CONCATENATED MODULE: ./build/src/verification/show.js
const show_LONGEST_LOOK_MS = 10_000;
const show_MOST_CALLS = 4;
const show_MOST_GROUPS = 2;
async function showRunning(parts) {
  const look = new Look(parts);
  try {
    await (0,polling_clock/* within */.u)(parts.clock, show_LONGEST_LOOK_MS, parts.cancel, signal => look.run(signal));
  }
  catch (thrown) {
    if (!(thrown instanceof OutOfCalls))
      look.fail();
  }
  const { running, fault } = look;
  return { mode: 'show', verified: undefined, running, bakedMs: undefined, bakeMs: undefined, fault };
}
class Look {
  #parts;
  #caller;
  #groups = [];
  #partly = false;
  #last;
  fault;
  constructor(parts) {
    this.#parts = parts;
    const nowMs = parts.clock.nowMs();
    const turn = { purpose: 'diagnosis', unseenSinceMs: nowMs, askedMs: nowMs };
    this.#caller = limitCalls(parts.client, show_MOST_CALLS, turn, parts.allowance);
  }
  get running() {
    if (this.#groups.length === 0)
      return undefined;
    const { order, clock } = this.#parts;
    return runningNow({ groups: this.#groups, last: this.#last }, { beganMs: order.batches[0]?.startMs, atMs: clock.wallMs(), partly: this.#partly });
  }
  fail() {
    this.#groups = [];
  }
  async run(signal) {
    const { order } = this.#parts;
    const appId = order.appId ?? this.#parts.appId;
    if (appId === undefined)
      return;
    await this.#readGroups(appId, signal);
    await this.#readLast(appId, signal);
  }
  async #readGroups(appId, signal) {
    const groups = await describeApplicationGroups(this.#caller, appId, signal);
    if (groups.kind === 'fault') {
      this.fault ??= groups.fault;
      return;
    }
    this.#partly = groups.value.length > show_MOST_GROUPS;
    for (const group of groups.value.slice(0, show_MOST_GROUPS)) {
      const query = { appId, groupId: group.groupId };
      const page = await describeApplicationInstances(this.#caller, query, signal);
      if (page.kind === 'fault') {
        this.fault ??= page.fault;
        return;
      }
      const { instances, total } = page.value;
      this.#groups = [...this.#groups, { ...group, instances }];
      this.#partly ||= total === undefined || total > instances.length;
    }
  }
  async #readLast(appId, signal) {
    const { order, isOfStep } = this.#parts;
    const last = await lastChangeOrderId(this.#caller, appId, signal);
    if (last.kind === 'fault') {
      this.fault ??= last.fault;
      return;
    }
    if (last.value === undefined || last.value === order.changeOrderId)
      return;
    const page = await listChangeOrders(this.#caller, { appId }, signal, () => true);
    if (page.kind === 'fault')
      return;
    const newer = page.orders.find(({ changeOrderId }) => changeOrderId === last.value);
    if (newer === undefined || isOfStep(newer) || !orderTypeFacts(newer.coTypeCode).supersedes)
      return;
    this.#last = { kind: 'superseded', order: newer };
  }
}
;// CONCATENATED MODULE: ./build/src/verification/claim.js
const EARLIEST_START_MS = Date.UTC(2018, 0);
function claimOf(orders, expect) {
  const [oldest, ...newer] = orders;
  let all = [oldest];
  for (const order of newer) {
    const { supersedes, renews } = factsOf(order);
    all = supersedes || (renews && factsOf(all[0]).empties) ? [order] : [...all, order];
  }
  const [base] = all;
  const renewing = all.filter(order => factsOf(order).renews);
  const { scalesIn } = factsOf(all.at(-1) ?? base);
  const type = { ...factsOf(base), renews: renewing.length > 0, scalesIn };
  const latestMs = Math.max(...(type.renews ? renewing : [base]).map(startOf));
  const beganMs = Number.isNaN(latestMs) ? undefined : latestMs;
  return { changeOrderId: base.changeOrderId, type, beganMs, expect };
}
function factsOf({ coTypeCode }) {
  return orderTypeFacts(coTypeCode);
}
function startOf({ batches }) {
  const { startMs = NaN } = batches[0] ?? {};
  return startMs >= EARLIEST_START_MS ? startMs : NaN;
}
function lastOrderOf(orders, lastId, { changeOrderId, type }, isOfStep) {
  const own = orders.find(order => order.changeOrderId === changeOrderId);
  if (own?.createdMs === undefined)
    return undefined;
  const ownMs = own.createdMs;
  const others = orders.filter(order => order !== own && (order.changeOrderId === lastId || hasBegun(order)));
  const newer = others.filter(({ createdMs }) => createdMs !== undefined && createdMs >= ownMs);
  const changes = (order) => {
    const { supersedes, renews } = orderTypeFacts(order.coTypeCode);
    return supersedes || (type.empties && renews);
  };
  if (others.some(order => order.createdMs === undefined && changes(order)))
    return undefined;
  const lastIsNewer = newer.some(order => order.changeOrderId === lastId);
  if (lastId !== undefined && lastId !== changeOrderId && !lastIsNewer)
    return undefined;
  const changing = newer.filter(changes).toSorted((a, b) => (b.createdMs ?? 0) - (a.createdMs ?? 0));
  const foreign = changing.find(order => !isOfStep(order));
  if (foreign !== undefined)
    return { kind: 'superseded', order: foreign };
  const [newest] = changing;
  return newest === undefined
    ? { kind: 'own' }
    : { kind: 'of-this-step', changeOrderId: newest.changeOrderId };
}
function hasBegun({ status }) {
  const phase = (0,statuses/* phaseOf */.hU)(status);
  return phase !== 'to-come' && phase !== 'due' && status !== AWAITING_APPROVAL;
}
const AWAITING_APPROVAL = 11;
function mustBeNew({ type, expect }) {
  const { image, version } = expect;
  const named = image === undefined ? version !== undefined : image.includes('@');
  return type.renews && !named;
}
;// CONCATENATED MODULE: ./build/src/verification/proof.js
function isOfRollout(instance, claim) {
  if (mustBeNew(claim))
    return isNew(instance, claim.beganMs);
  const { image, version } = claim.expect;
  if (image !== undefined)
    return instance.imageUrl === image;
  return version === undefined || instance.packageVersion === version;
}
function isNew({ createdMs }, beganMs) {
  return createdMs !== undefined && beganMs !== undefined && createdMs >= beganMs;
}
function judgeRound({ groups, gone, last }, claim) {
  if (last.kind !== 'own')
    return last;
  if (gone !== undefined)
    return { kind: 'gone', fault: gone };
  if (groups.length === 0)
    return { kind: 'untold', field: 'Groups', shortfalls: [] };
  const live = liveOf(groups);
  if (claim.type.empties)
    return judgeEmpty(live);
  const found = [...live.flatMap(instance => shortfallsOf(instance, claim)), ...mixedIn(live, claim)];
  const field = untoldIn(groups, live, claim);
  if (field !== undefined)
    return { kind: 'untold', field, shortfalls: found };
  const wanted = groups.reduce((sum, { replicas = 0 }) => sum + replicas, 0);
  if (wanted === 0) {
    const { scalesIn, renews } = claim.type;
    return scalesIn && !renews ? judgeEmpty(live) : { kind: 'none-wanted' };
  }
  const shortfalls = [...found, ...groups.flatMap(tooFew)];
  return shortfalls.length === 0 ? { kind: 'proven' } : { kind: 'short', shortfalls, live: live.length };
}
function liveOf(groups) {
  return groups.flatMap(({ instances }) => instances.filter(instance_states/* isLive */.DG));
}
const LASTING = ['other-image', 'other-version', 'mixed', 'still-live'];
function isLasting(shortfall) {
  return shortfall.kind === 'not-new'
    ? shortfall.instance.createdMs !== undefined
    : LASTING.includes(shortfall.kind);
}
function judgeEmpty(live) {
  if (live.length === 0)
    return { kind: 'proven' };
  const shortfalls = live.map((instance) => ({ kind: 'still-live', instance }));
  return { kind: 'short', shortfalls, live: live.length };
}
function untoldIn(groups, live, claim) {
  if (groups.some(({ replicas = -1 }) => replicas < 0))
    return 'Replicas';
  if (live.some(({ containerStatus }) => containerStatus === undefined))
    return 'InstanceContainerStatus';
  const running = live.filter(instance_states/* isContainerRunning */.jA);
  if (running.some(({ healthStatus }) => healthStatus === undefined))
    return 'InstanceHealthStatus';
  if (mustBeNew(claim)) {
    if (claim.beganMs === undefined)
      return 'StartTime';
    if (live.some(({ createdMs }) => createdMs === undefined))
      return 'CreateTimeStamp';
  }
  const { image, version } = claim.expect;
  const lacksImage = running.some(({ imageUrl }) => imageUrl === undefined);
  const lacksVersion = running.some(({ packageVersion }) => packageVersion === undefined);
  if (image !== undefined && lacksImage)
    return 'ImageUrl';
  if (version !== undefined && lacksVersion)
    return 'PackageVersion';
  return claim.type.renews && lacksImage && lacksVersion ? 'ImageUrl' : undefined;
}
function shortfallsOf(instance, claim) {
  const { image, version } = claim.expect;
  const found = [];
  const { imageUrl = image, packageVersion = version } = instance;
  if (image !== undefined && imageUrl !== image) {
    found.push({ kind: 'other-image', instance, expected: image });
  }
  if (version !== undefined && packageVersion !== version) {
    found.push({ kind: 'other-version', instance, expected: version });
  }
  if (!(0,instance_states/* isContainerRunning */.jA)(instance))
    found.push({ kind: 'not-running', instance });
  else if (!(0,instance_states/* isHealthy */.Wr)(instance))
    found.push({ kind: 'not-healthy', instance });
  if (mustBeNew(claim) && !isNew(instance, claim.beganMs))
    found.push({ kind: 'not-new', instance });
  return found;
}
function mixedIn(live, { type, expect }) {
  if (!type.renews || expect.image !== undefined || expect.version !== undefined)
    return [];
  return CARRIED.flatMap((what) => {
    const found = carriedBy(live, what);
    return found.length > 1 ? [{ kind: 'mixed', what, found }] : [];
  });
}
const CARRIED = ['image', 'version'];
function carriedBy(instances, what) {
  const told = instances.map(one => (what === 'image' ? one.imageUrl : one.packageVersion));
  return [...new Set(told.flatMap(one => (one === undefined ? [] : [one])))];
}
function tooFew({ instances, replicas = 0 }) {
  const ready = instances.filter(instance_states/* isReady */.i_).length;
  return ready < replicas ? [{ kind: 'too-few', ready, wanted: replicas }] : [];
}
function looksUpdatedInPlace(judgement) {
  if (judgement.kind !== 'short')
    return false;
  const { shortfalls, live } = judgement;
  return shortfalls.length === live && shortfalls.every(({ kind }) => kind === 'not-new');
}
;// CONCATENATED MODULE: ./build/src/verification/judge.js
const BAD_STANDS_MS = 15_000;
const RECOVERY_MS = 30_000;
function decideProof(progress, nowMs, limits) {
  const { last, seen, unreadableSinceMs = nowMs } = progress;
  const isOver = nowMs >= dueMsOf(progress, limits);
  if (last?.kind === 'fault') {
    const ends = isOver || faultEnds(progress, last.fault, nowMs, limits);
    return ends ? unreadable(last.fault, nowMs - unreadableSinceMs) : undefined;
  }
  if (seen === undefined)
    return isOver ? end('unverified', { kind: 'nothing-seen' }) : undefined;
  return (endingOfRound(progress, seen, nowMs, limits) ??
    endingOfBreak(progress, seen) ??
    endingOfDoubt(progress, seen, limits) ??
    (isOver ? endOfLastRound(progress, seen, nowMs) : undefined));
}
function endingOfRound({ provenSinceMs = Infinity, broken }, { judged, atMs }, nowMs, { bakeMs }) {
  switch (judged.kind) {
    case 'superseded':
      return end('superseded', judged);
    case 'of-this-step':
      return end('succeeded', judged);
    case 'none-wanted':
      return end('unverified', { kind: 'none-wanted' });
    case 'proven': {
      const hasHeld = bakeMs === undefined || nowMs - provenSinceMs >= bakeMs;
      const holds = atMs >= nowMs && broken === undefined && hasHeld;
      return holds ? end('succeeded', { kind: 'proven' }) : undefined;
    }
    default:
      return undefined;
  }
}
function endingOfDoubt({ doubt, unreadableSinceMs = Infinity }, { judged, atMs }, { outageToleranceMs }) {
  if (judged.kind !== 'untold' || doubt === undefined)
    return undefined;
  const stands = (0,judge/* refusalStands */.gU)(doubt) || atMs - unreadableSinceMs >= outageToleranceMs;
  return stands ? end('unverified', { kind: 'field-untold', field: judged.field }) : undefined;
}
function endingOfBreak(progress, { round, judged, atMs: nowMs }) {
  const { provenSinceMs, broken, tooFewSinceMs = Infinity } = progress;
  const bakedMs = provenSinceMs === undefined ? undefined : nowMs - provenSinceMs;
  const ended = (how) => end('unhealthy', { kind: 'broken', how, bakedMs });
  if (broken !== undefined)
    return ended(broken);
  if (judged.kind === 'untold')
    return undefined;
  const live = liveOf(round.groups);
  for (const instance of live) {
    const bad = badOf(progress, instance);
    if (bad !== undefined && nowMs - bad.sinceMs >= bad.limitMs) {
      return ended({ kind: bad.kind, instance, lastedMs: nowMs - bad.sinceMs });
    }
  }
  const lastedMs = nowMs - tooFewSinceMs;
  if (lastedMs < RECOVERY_MS)
    return undefined;
  const wanted = round.groups.reduce((sum, { replicas = 0 }) => sum + replicas, 0);
  return ended({ kind: 'too-few', ready: live.filter(instance_states/* isReady */.i_).length, wanted, lastedMs });
}
function badOf(progress, instance) {
  const { provenSinceMs, errorSinceMs, notReadySinceMs, wasReady } = progress;
  const isProven = provenSinceMs !== undefined;
  const sinceMs = (isProven ? notReadySinceMs : errorSinceMs).get(instance.instanceId);
  if (sinceMs === undefined)
    return undefined;
  if (!isProven)
    return { kind: 'error-state', sinceMs, limitMs: BAD_STANDS_MS };
  const fell = wasReady.has(instance.instanceId) && (0,instance_states/* isContainerRunning */.jA)(instance);
  return { kind: 'not-ready', sinceMs, limitMs: fell ? BAD_STANDS_MS : RECOVERY_MS };
}
function faultEnds({ unreadableSinceMs = Infinity, doubt }, fault, nowMs, { outageToleranceMs }) {
  const stands = doubt?.what === fault.reason && (0,judge/* refusalStands */.gU)(doubt);
  return (0,rollout_fault/* isFinal */.dR)(fault) || stands || nowMs - unreadableSinceMs >= outageToleranceMs;
}
const CUT_SHORT = (0,rollout_fault/* faultAnswer */.JK)('DescribeApplicationInstances', 'no-answer', {
  detail: { kind: 'given-up' },
}).fault;
function endOfLastRound({ provenSinceMs, unreadableSinceMs = 0 }, { judged, atMs }, nowMs) {
  switch (judged.kind) {
    case 'untold':
      return end('unverified', { kind: 'field-untold', field: judged.field });
    case 'gone':
      return unreadable(judged.fault, nowMs - unreadableSinceMs);
    case 'short': {
      if (looksUpdatedInPlace(judged))
        return end('unverified', { kind: 'in-place' });
      const { shortfalls } = judged;
      return end('unhealthy', { kind: 'not-settled', shortfalls, lastedMs: atMs - (provenSinceMs ?? atMs) });
    }
    default:
      return unreadable(CUT_SHORT, nowMs - atMs);
  }
}
function unreadable(fault, lastedMs) {
  return end('unverified', { kind: 'proof-unreadable', fault, lastedMs });
}
function dueMsOf(progress, { deadlineMs, bakeMs = 0, outageToleranceMs }) {
  const { provenSinceMs } = progress;
  if (provenSinceMs === undefined)
    return deadlineMs;
  const heldMs = provenSinceMs + bakeMs;
  const latestMs = heldMs + outageToleranceMs + RECOVERY_MS;
  return Math.min(latestMs, Math.max(heldMs, ...toleratedUntilMs(progress, outageToleranceMs)));
}
function toleratedUntilMs(progress, outageToleranceMs) {
  const { unreadableSinceMs, doubt, seen, tooFewSinceMs } = progress;
  const bads = liveOf(seen?.round.groups ?? []).flatMap(instance => badOf(progress, instance) ?? []);
  const until = (sinceMs, limitMs) => sinceMs === undefined ? [] : [sinceMs + limitMs];
  return [
    ...until(unreadableSinceMs, outageToleranceMs),
    ...until(doubt?.sinceMs, judge/* DOUBT_STANDS_MS */._g),
    ...until(tooFewSinceMs, RECOVERY_MS),
    ...bads.map(({ sinceMs, limitMs }) => sinceMs + limitMs),
  ];
}
function end(verdict, cause) {
  return { verdict, cause };
}
;// CONCATENATED MODULE: ./build/src/verification/progress.js
const NOTHING_VERIFIED = {
  rounds: 0,
  errorSinceMs: new Map(),
  carried: { image: [], version: [] },
  wasReady: new Set(),
  restarts: new Map(),
  notReadySinceMs: new Map(),
};
function foldRound(earlier, look, nowMs, claim, bakes) {
  const counted = { ...earlier, rounds: earlier.rounds + 1, last: look };
  if (look.kind === 'fault')
    return foldFault(counted, look.fault, nowMs);
  const { round } = look;
  const isBack = earlier.seen?.round.gone !== undefined && round.gone === undefined;
  const provenSinceMs = isBack ? undefined : earlier.provenSinceMs;
  const told = judgeForBake(judgeRound(round, claim), round, bakes);
  const doubt = isShowing(told) ? undefined : progress_doubtAfter(earlier.doubt, told.kind, nowMs);
  const judged = believed(told, doubt, provenSinceMs, claim);
  const live = liveOf(round.groups);
  const next = {
    ...counted,
    ...(isShowing(judged)
      ? { doubt: undefined, unreadableSinceMs: undefined }
      : { doubt, unreadableSinceMs: earlier.unreadableSinceMs ?? nowMs }),
    provenSinceMs,
    seen: { round, judged, atMs: nowMs },
    errorSinceMs: sinceWhen(earlier.errorSinceMs, 
    live.filter(one => !claim.type.empties && (0,instance_states/* isInErrorState */.Dx)(one) && isOfRollout(one, claim)), nowMs),
  };
  if (provenSinceMs !== undefined)
    return foldBake(next, judged, live, nowMs);
  return judged.kind === 'proven' ? firstProof(next, live, nowMs) : next;
}
function isShowing({ kind }) {
  return kind !== 'untold' && kind !== 'gone';
}
function believed(told, doubt, provenSinceMs, { type }) {
  if (told.kind !== 'gone' || !type.deletes)
    return told;
  const stands = provenSinceMs !== undefined || (doubt !== undefined && (0,judge/* refusalStands */.gU)(doubt));
  return stands ? { kind: 'proven' } : told;
}
function judgeForBake(judgement, round, bakes) {
  const running = liveOf(round.groups).filter(instance_states/* isContainerRunning */.jA);
  const decides = bakes && (judgement.kind === 'proven' || judgement.kind === 'short');
  if (!decides || running.every(({ restarts }) => restarts !== undefined))
    return judgement;
  return {
    kind: 'untold',
    field: 'InstanceContainerRestarts',
    shortfalls: shortfallsIn(judgement),
  };
}
function foldFault(seen, fault, nowMs) {
  const standsByItself = (0,rollout_fault/* isDoubtful */.Ge)(fault) || fault.reason === 'malformed';
  const doubt = standsByItself ? progress_doubtAfter(seen.doubt, fault.reason, nowMs) : seen.doubt;
  const isOutage = fault.reason !== 'throttled' || seen.provenSinceMs !== undefined;
  const unreadableSinceMs = isOutage ? (seen.unreadableSinceMs ?? nowMs) : seen.unreadableSinceMs;
  return { ...seen, doubt, unreadableSinceMs };
}
function progress_doubtAfter(before, what, nowMs) {
  const again = before?.what === what ? before : { sinceMs: nowMs, polls: 0 };
  return { what, sinceMs: again.sinceMs, lastMs: nowMs, polls: again.polls + 1 };
}
function firstProof(next, live, nowMs) {
  return {
    ...next,
    provenSinceMs: nowMs,
    carried: { image: carriedBy(live, 'image'), version: carriedBy(live, 'version') },
    wasReady: new Set(live.map(({ instanceId }) => instanceId)),
    restarts: restartsOf(live, new Map()),
  };
}
function foldBake(next, judged, live, nowMs) {
  const broken = next.broken ?? breakIn(next, judged, live);
  if (!isShowing(judged))
    return { ...next, broken };
  const isTooFew = shortfallsIn(judged).some(({ kind }) => kind === 'too-few');
  return {
    ...next,
    broken,
    wasReady: new Set([...next.wasReady, ...live.filter(instance_states/* isReady */.i_).map(one => one.instanceId)]),
    restarts: restartsOf(live, next.restarts),
    notReadySinceMs: sinceWhen(next.notReadySinceMs, live.filter(one => !(0,instance_states/* isReady */.i_)(one)), nowMs),
    tooFewSinceMs: isTooFew ? (next.tooFewSinceMs ?? nowMs) : undefined,
  };
}
function breakIn({ restarts, carried }, judged, live) {
  for (const instance of live) {
    const before = restarts.get(instance.instanceId) ?? 0;
    if ((instance.restarts ?? 0) > before)
      return { kind: 'restarted', instance, before };
    if ((0,instance_states/* isInErrorState */.Dx)(instance))
      return { kind: 'error-state', instance, lastedMs: 0 };
  }
  const shortfall = shortfallsIn(judged).find(isLasting) ?? exchangedIn(carried, live);
  return shortfall === undefined ? undefined : { kind: 'other', shortfall };
}
function shortfallsIn(judged) {
  return judged.kind === 'short' || judged.kind === 'untold' ? judged.shortfalls : [];
}
function exchangedIn(carried, live) {
  return CARRIED.map(what => {
    const found = [...new Set([...carried[what], ...carriedBy(live, what)])];
    return { kind: 'mixed', what, found };
  }).find(({ what, found }) => carried[what].length > 0 && found.length > carried[what].length);
}
function restartsOf(live, before) {
  return new Map(live.map(({ instanceId: id, restarts }) => [id, restarts ?? before.get(id) ?? 0]));
}
function sinceWhen(before, instances, nowMs) {
  return new Map(instances.map(({ instanceId: id }) => [id, before.get(id) ?? nowMs]));
}
;// CONCATENATED MODULE: ./build/src/verification/verify.js
async function verifyOrder(wait, task) {
  const { clock, chance, cancel, settings, turns } = wait;
  const { orders, bakeMs } = task;
  const claim = claimOf(orders, task.expect);
  const [{ appId: namedAppId }] = orders;
  const appId = namedAppId ?? task.appId;
  if (appId === undefined) {
    const ending = { verdict: 'unverified', cause: { kind: 'application-untold' } };
    return { ending, verification: verificationOf(NOTHING_VERIFIED, ending, undefined, task, clock.nowMs()) };
  }
  const startMs = clock.nowMs();
  const { outageToleranceMs } = settings;
  const limits = { deadlineMs: startMs + task.timeoutMs, bakeMs, outageToleranceMs };
  const { isOfStep } = task;
  const { client } = wait;
  const rounds = new Rounds({ client, appId, claim, isOfStep, named: namedAppId !== undefined });
  let running;
  let progress = NOTHING_VERIFIED;
  turns.startAnew();
  turns.due(limits.deadlineMs);
  const ending = await poll({
    clock,
    chance,
    bounds: settings.bounds,
    deadlineMs: state => dueMsOf(state, limits),
    lastPollLimitMs: lastRoundLimitMs(settings),
    signal: cancel,
    observe: signal => rounds.read(signal, turns.next()),
    fold: (state, look, nowMs) => foldRound(state, look, nowMs, claim, bakeMs !== undefined),
    decide: (state, nowMs) => nextRound(state, nowMs, limits, settings.bounds),
    observed: state => {
      progress = state;
      turns.seen();
      turns.due(dueMsOf(state, limits));
      if (state.last?.kind === 'round') {
        const { beganMs } = claim;
        running = runningNow(state.last.round, { beganMs, atMs: clock.wallMs(), partly: false });
      }
      wait.verifying(verify_stageOf(state, { startMs, nowMs: clock.nowMs(), task, running }));
    },
  }, NOTHING_VERIFIED);
  return { ending, verification: verificationOf(progress, ending, running, task, clock.nowMs()) };
}
const STAGES_OF_A_ROUND = 3;
function lastRoundLimitMs({ requestTimeoutMs, callsPerMinute, targets }) {
  const turnMs = Math.ceil((STAGES_OF_A_ROUND * targets.length) / callsPerMinute) * verify_MINUTE_MS;
  return STAGES_OF_A_ROUND * requestTimeoutMs + turnMs;
}
const verify_MINUTE_MS = 60_000;
const BAKE_EVERY_MS = 15_000;
const LEAST_BETWEEN_ROUNDS_MS = 5_000;
function nextRound(progress, nowMs, limits, bounds) {
  const ending = decideProof(progress, nowMs, limits);
  if (ending !== undefined)
    return { kind: 'ended', ending };
  const { last, rounds, provenSinceMs } = progress;
  const proving = { minMs: Math.max(bounds.minMs, LEAST_BETWEEN_ROUNDS_MS), maxMs: BAKE_EVERY_MS };
  return {
    kind: 'wait',
    plannedMs: provenSinceMs === undefined ? backoffMs(rounds - 1, proving) : BAKE_EVERY_MS,
    aimsMs: toleratedUntilMs(progress, limits.outageToleranceMs),
    ...(0,rollout_fault/* pauseAfter */.l0)(last?.kind === 'fault' ? last.fault : undefined),
  };
}
class Rounds {
  #parts;
  #harmless = new Set();
  constructor(parts) {
    this.#parts = parts;
  }
  async read(signal, turn) {
    const look = await this.#look(signal, turn);
    const { named, claim } = this.#parts;
    if (!named || !claim.type.deletes || look.kind !== 'fault' || look.fault.reason !== 'no-such-application')
      return look;
    return { kind: 'round', round: { groups: [], gone: look.fault, last: { kind: 'own' } } };
  }
  async #look(signal, turn) {
    const { client, appId } = this.#parts;
    const groups = await allGroups(client, appId, signal, turn);
    if (groups.kind === 'fault')
      return groups;
    const asked = await Promise.all(groups.value.map(async (group) => ({
      group,
      found: await allInstances(client, { appId, groupId: group.groupId }, signal, turn),
    })));
    const last = await this.#lastOrder(signal, turn);
    if (last.kind === 'fault')
      return last;
    const running = [];
    const known = new Set();
    for (const { group, found } of asked) {
      if (found.kind === 'fault')
        return found;
      running.push({ ...group, instances: found.value });
      const again = found.value.some(({ instanceId: id }) => known.has(id));
      if (again)
        return malformedAnswer('DescribeApplicationInstances', { kind: 'list-changed' });
      for (const { instanceId } of found.value)
        known.add(instanceId);
    }
    return { kind: 'round', round: { groups: running, last: last.value } };
  }
  async #lastOrder(signal, turn) {
    const own = { kind: 'answer', value: { kind: 'own' } };
    const { client, appId, claim, isOfStep } = this.#parts;
    const last = await lastChangeOrderId(client, appId, signal, turn);
    if (last.kind === 'fault')
      return last;
    const lastId = last.value;
    if (lastId === claim.changeOrderId)
      return own;
    if (lastId !== undefined && this.#harmless.has(lastId))
      return own;
    const list = await listChangeOrders(client, { appId }, signal, undefined, turn);
    if (list.kind === 'fault')
      return list;
    const found = lastOrderOf(list.orders, lastId, claim, isOfStep);
    if (found === undefined) {
      const changeOrderId = (0,clean/* cleanText */.X5)(lastId ?? claim.changeOrderId, 100);
      return malformedAnswer('ListChangeOrders', { kind: 'list-contradicts', changeOrderId });
    }
    const isSettled = found.kind === 'own' && list.orders.every(hasBegun);
    if (isSettled && lastId !== undefined)
      this.#harmless.add(lastId);
    return { kind: 'answer', value: found };
  }
}
function verify_stageOf({ provenSinceMs }, now) {
  const { startMs, nowMs, task, running } = now;
  const { bakeMs, timeoutMs } = task;
  return provenSinceMs === undefined || bakeMs === undefined
    ? { kind: 'verifying', lastedMs: nowMs - startMs, ofMs: timeoutMs, running }
    : { kind: 'baking', lastedMs: nowMs - provenSinceMs, ofMs: bakeMs, running };
}
function verificationOf({ provenSinceMs, last }, ending, running, { bakeMs }, nowMs) {
  const cause = ending?.cause;
  return {
    mode: 'require',
    verified: cause?.kind === 'proven',
    running,
    bakedMs: bakeMs === undefined || provenSinceMs === undefined ? undefined : nowMs - provenSinceMs,
    bakeMs,
    ...(cause?.kind === 'of-this-step' ? { provenByOrderId: cause.changeOrderId } : {}),
    ...(last?.kind === 'fault' ? { fault: last.fault } : {}),
  };
}
;// CONCATENATED MODULE: ./build/src/gate/what-runs.js
class StepOrders {
  #targets = new Map();
  constructor(targets) {
    for (const [index, target] of targets.entries()) {
      if (target.kind === 'order')
        this.followed(target.changeOrderId, index);
    }
  }
  followed(changeOrderId, target) {
    this.#targets.set(changeOrderId, target);
  }
  targetOf(changeOrderId) {
    return this.#targets.get(changeOrderId);
  }
  isOfStep(order, target) {
    return this.#targets.has(order.changeOrderId) && !isLetIn(order, target);
  }
}
function isLetIn({ coTypeCode }, target) {
  const isOpen = target.kind === 'find' && target.coTypes === undefined;
  return isOpen && !isDeployment(coTypeCode) && !orderTypeFacts(coTypeCode).keepsVersion;
}
async function withProof(wait, ended, orders, hide) {
  try {
    return await proven(wait, ended, orders);
  }
  catch (thrown) {
    const cause = { kind: 'bug', message: (0,clean/* thrownText */.kZ)(thrown, hide) };
    return wait.ended({ verdict: 'error', cause }, ended, ended.amongSeveral);
  }
}
async function proven(wait, ended, orders) {
  const { verify } = wait.settings;
  const { order } = ended.progress;
  if (verify.mode !== 'require' || !(0,endings_ending/* isGreen */.gf)(ended))
    return ended;
  if (order === undefined)
    throw new Error('cannot prove an order that was never read');
  const { ending, verification } = await verifyOrder(wait, {
    orders: ordersToProve(order, ended.succeeded ?? [], wait.target),
    appId: ended.subject.appId,
    expect: { image: verify.expectImage, version: verify.expectVersion },
    timeoutMs: verify.timeoutMs,
    bakeMs: verify.bakeMs,
    isOfStep: listed => orders.isOfStep(listed, wait.target),
  });
  return { ...wait.ended(endingOfProof(ending, wait.cancel), ended, ended.amongSeveral), verification };
}
function ordersToProve(order, succeeded, target) {
  const place = succeeded.findIndex(({ changeOrderId }) => changeOrderId === order.changeOrderId);
  const own = (one, index) => index <= place || !isLetIn(one, target);
  const [oldest = order, ...others] = succeeded.filter(own);
  return [oldest, ...others];
}
function endingOfProof(ending, cancel) {
  if (ending === undefined)
    return follow_givenUp(cancel);
  const { verdict, cause } = ending;
  const isProven = cause.kind === 'proven' || cause.kind === 'of-this-step';
  return isProven ? { verdict: 'succeeded', cause: { kind: 'succeeded' } } : { verdict, cause };
}
function withNewerProofs(outcomes, orders) {
  return outcomes.map((outcome) => {
    const { verification } = outcome;
    const changeOrderId = verification?.provenByOrderId;
    if (verification === undefined || changeOrderId === undefined || !(0,endings_ending/* isGreen */.gf)(outcome))
      return outcome;
    return isProvenByNewer(outcome, outcomes, orders)
      ? { ...outcome, verification: { ...verification, verified: true } }
      : { ...outcome, verdict: 'unverified', cause: { kind: 'newer-unproven', changeOrderId } };
  });
}
function isProvenByNewer(outcome, outcomes, orders) {
  const seen = new Set();
  let newest = outcome;
  while (newest?.verification?.provenByOrderId !== undefined && !seen.has(newest)) {
    seen.add(newest);
    const index = orders.targetOf(newest.verification.provenByOrderId);
    newest = index === undefined ? undefined : outcomes[index];
  }
  if (newest === undefined || appIdOf(newest) !== appIdOf(outcome))
    return false;
  return (0,endings_ending/* isGreen */.gf)(newest) && newest.verification?.verified === true;
}
function appIdOf({ progress, subject }) {
  return progress.order?.appId ?? subject.appId;
}
const MOST_LOOKED_AT = 3;
const KEPT_FOR_RED = 8;
function spareOf(allowance) {
  const left = allowance.left - KEPT_FOR_RED;
  if (left <= 0)
    return undefined;
  allowance.left = KEPT_FOR_RED;
  return { left };
}
const NOT_SHOWN = new Set(['not-found', 'error', 'cancelled', 'not-awaited']);
function isDeaf({ cause }) {
  if (cause.kind === 'outage')
    return true;
  return cause.kind === 'refused' && (0,rollout_fault/* isFinal */.dR)(cause.fault) && cause.fault.reason !== 'permission';
}
async function withRunning(outcome, { settings, target }, { client, clock, cancel, orders, allowance }) {
  const { verdict, subject, verification } = outcome;
  const { order } = outcome.progress;
  const isWanted = settings.verify.mode !== 'off' && !NOT_SHOWN.has(verdict) && !isDeaf(outcome);
  if (!isWanted || verification !== undefined || order === undefined || cancel.aborted)
    return outcome;
  const isSpare = (0,endings_ending/* isGreen */.gf)(outcome) && settings.targets.length > MOST_LOOKED_AT;
  const own = isSpare ? spareOf(allowance) : allowance;
  if (own === undefined)
    return outcome;
  const isOfStep = (listed) => orders.isOfStep(listed, target);
  const { appId } = subject;
  const shown = await showRunning({ client, clock, cancel, order, appId, isOfStep, allowance: own });
  const verified = settings.verify.mode === 'require' ? false : undefined;
  return { ...outcome, verification: { ...shown, verified } };
}
;// CONCATENATED MODULE: ./build/src/credentials/session.js
const mintedSchema = zod/* object */.Ik({
  AccessKeyId: zod/* string */.Yj().check(zod/* minLength */.Bp(1)),
  AccessKeySecret: zod/* string */.Yj().check(zod/* minLength */.Bp(1)),
  SecurityToken: zod/* string */.Yj().check(zod/* minLength */.Bp(1)),
  Expiration: zod/* iso */.KH.datetime({ offset: true }),
});
function mintedSession(minted, nowMs, mask) {
  const { AccessKeyId, AccessKeySecret, SecurityToken, Expiration } = minted;
  for (const secret of [AccessKeyId, AccessKeySecret, SecurityToken])
    mask(secret);
  return {
    credentials: {
      accessKeyId: AccessKeyId,
      accessKeySecret: AccessKeySecret,
      securityToken: SecurityToken,
    },
    lifeMs: Math.max(0, Date.parse(Expiration) - nowMs),
  };
}
const RENEWED_AFTER = 2 / 3;
const TRIED_AGAIN_AFTER = 1 / 4;
class SessionCredentials {
  #clock;
  #open;
  #renewedAfter;
  #held;
  #opening;
  constructor(clock, open, renewedAfter = RENEWED_AFTER) {
    this.#clock = clock;
    this.#open = open;
    this.#renewedAfter = renewedAfter;
  }
  async credentials(signal, expired) {
    const held = this.#held;
    if (held !== undefined && held.credentials === expired)
      this.#held = undefined;
    else if (held !== undefined && this.#clock.nowMs() < this.#goodUntilMs(held))
      return given(held);
    const opening = (this.#opening ??= this.#begin(signal));
    const answer = await opening.answer;
    const givenUp = answer.kind === 'fault' && opening.signal.aborted && !signal.aborted;
    return givenUp ? this.credentials(signal, expired) : answer;
  }
  #goodUntilMs({ renewAtMs, endsAtMs }) {
    return this.#opening === undefined ? renewAtMs : endsAtMs;
  }
  #begin(signal) {
    const answer = this.#renew(signal).finally(() => {
      this.#opening = undefined;
    });
    return { signal, answer };
  }
  async #renew(signal) {
    const startMs = this.#clock.nowMs();
    const answer = await this.#open(signal);
    if (answer.kind === 'session') {
      const { credentials, lifeMs } = answer.session;
      this.#held = {
        credentials,
        renewAtMs: startMs + lifeMs * this.#renewedAfter,
        endsAtMs: startMs + lifeMs,
      };
      return given(this.#held);
    }
    const leftMs = this.#held === undefined ? 0 : this.#held.endsAtMs - this.#clock.nowMs();
    if (this.#held === undefined || leftMs <= 0 || (0,rollout_fault/* isFinal */.dR)(answer.fault))
      return answer;
    this.#held = { ...this.#held, renewAtMs: this.#clock.nowMs() + leftMs * TRIED_AGAIN_AFTER };
    return given(this.#held);
  }
}
function given({ credentials }) {
  return { kind: 'credentials', credentials };
}
;// CONCATENATED MODULE: ./build/src/credentials/ecs-ram-role.js
const METADATA_ORIGIN = 'http://100.100.100.200';
const ACTION = 'ECS metadata service';
const HANDSHAKE_TTL_SECONDS = 60;
const answerSchema = zod/* extend */.X$(mintedSchema, { Code: zod/* literal */.eu('Success') });
async function ecsRamRoleSession(options, signal) {
  const handshake = await ecs_ram_role_ask(options, signal, {
    method: 'PUT',
    url: `${METADATA_ORIGIN}/latest/api/token`,
    headers: { 'x-aliyun-ecs-metadata-token-ttl-seconds': String(HANDSHAKE_TTL_SECONDS) },
  });
  if (handshake.kind === 'fault')
    return handshake;
  if (handshake.answer.status !== 200)
    return refused(handshake.answer.status);
  const token = handshake.answer.body.trim();
  options.mask(token);
  const role = encodeURIComponent(options.roleName);
  const sent = await ecs_ram_role_ask(options, signal, {
    method: 'GET',
    url: `${METADATA_ORIGIN}/latest/meta-data/ram/security-credentials/${role}`,
    headers: { 'x-aliyun-ecs-metadata-token': token },
  });
  if (sent.kind === 'fault')
    return sent;
  if (sent.answer.status !== 200)
    return refused(sent.answer.status);
  return openAnswer(sent.answer.body, options);
}
function ecs_ram_role_ask(parts, signal, request) {
  return (0,http_transport/* boundedRequest */.JR)(parts, ACTION, { ...request, direct: true }, signal);
}
function openAnswer(body, { clock, mask }) {
  const minted = answerSchema.safeParse((0,http_transport/* parseJson */.qF)(body)).data;
  if (minted === undefined) {
    return (0,rollout_fault/* faultAnswer */.JK)(ACTION, 'malformed', { httpStatus: 200, detail: { kind: 'no-credentials' } });
  }
  return { kind: 'session', session: mintedSession(minted, clock.wallMs(), mask), requestId: undefined };
}
function refused(httpStatus) {
  const final = httpStatus >= 400 && httpStatus < 500 && httpStatus !== 429;
  return (0,rollout_fault/* faultAnswer */.JK)(ACTION, final ? 'role-refused' : 'server', { httpStatus });
}
;// CONCATENATED MODULE: ./build/src/credentials/id-token.js
const id_token_ACTION = 'GitHub ID token';
const id_token_answerSchema = zod/* object */.Ik({ value: zod/* string */.Yj().check(zod/* minLength */.Bp(1)) });
async function requestIdToken(options, signal) {
  const { service, audience, userAgent, mask } = options;
  const url = service.url === undefined ? null : (0,http_transport/* parseUrl */.Dl)(service.url);
  if (url === null || !service.token) {
    return (0,rollout_fault/* faultAnswer */.JK)(id_token_ACTION, 'no-id-token', { detail: { kind: 'not-allowed' } });
  }
  url.searchParams.set('audience', audience);
  const headers = {
    authorization: `Bearer ${service.token}`,
    accept: 'application/json',
    'user-agent': userAgent,
  };
  const sent = await (0,http_transport/* boundedRequest */.JR)(options, id_token_ACTION, { method: 'GET', url: url.href, headers }, signal);
  if (sent.kind === 'fault')
    return sent;
  const { status: httpStatus, body } = sent.answer;
  if (httpStatus === 401 || httpStatus === 403)
    return (0,rollout_fault/* faultAnswer */.JK)(id_token_ACTION, 'no-id-token', { httpStatus });
  const value = httpStatus === 200 ? id_token_answerSchema.safeParse((0,http_transport/* parseJson */.qF)(body)).data?.value : undefined;
  if (value === undefined) {
    return (0,rollout_fault/* faultAnswer */.JK)(id_token_ACTION, 'server', { httpStatus, detail: { kind: 'no-token' } });
  }
  mask(value);
  return { kind: 'id-token', idToken: value };
}
const TOKEN_FILE_ACTION = 'OIDC token';
const LONGEST_TOKEN = 20_000;
const LIMIT_BYTES = LONGEST_TOKEN + 100;
async function readTokenFile(options, signal) {
  const { file, clock, readSmallFile, requestTimeoutMs, mask } = options;
  const bounded = await (0,polling_clock/* within */.u)(clock, requestTimeoutMs, signal, () => readSmallFile(file, LIMIT_BYTES));
  if (bounded.kind === 'aborted') {
    return (0,rollout_fault/* faultAnswer */.JK)(TOKEN_FILE_ACTION, 'no-answer', { detail: { kind: 'given-up' } });
  }
  if (bounded.kind === 'timed-out')
    return tokenFileFault(file, { kind: 'slow', limitMs: requestTimeoutMs });
  const reading = bounded.value;
  if (reading.kind !== 'text')
    return tokenFileFault(file, reading);
  const idToken = reading.text.trim();
  if (idToken === '')
    return tokenFileFault(file, { kind: 'empty' });
  mask(idToken);
  if (idToken.length > LONGEST_TOKEN)
    return tokenFileFault(file, { kind: 'too-large' });
  if (/[^\u0021-\u007e]/u.test(idToken))
    return tokenFileFault(file, { kind: 'no-token' });
  return { kind: 'id-token', idToken };
}
function tokenFileFault(file, problem) {
  const detail = { kind: 'token-file', file: (0,clean/* cleanText */.X5)(file, 200), problem };
  return (0,rollout_fault/* faultAnswer */.JK)(TOKEN_FILE_ACTION, 'no-id-token', { detail });
}
;// CONCATENATED MODULE: ./build/src/credentials/oidc-role.js
function openStsError(action, answer, hide) {
  const opened = openEnvelope(action, answer, hide);
  if (opened.kind === 'data')
    return (0,rollout_fault/* faultAnswer */.JK)(action, 'malformed', { httpStatus: answer.status }).fault;
  const { fault } = opened;
  const kept = fault.reason === 'throttled' || fault.reason === 'clock';
  const refused = answer.status >= 400 && answer.status < 500 && answer.status !== 429 && !kept;
  return refused && fault.code !== undefined ? { ...fault, reason: 'role-refused' } : fault;
}
const oidc_role_ACTION = 'AssumeRoleWithOIDC';
const oidc_role_answerSchema = zod/* object */.Ik({ RequestId: looseText, Credentials: mintedSchema });
async function assumeRoleWithOidc(options, signal) {
  const token = await options.idToken(signal);
  if (token.kind === 'fault')
    return token;
  const first = await assume(options, token.idToken, signal);
  return first.stampAgain ? (await assume(options, token.idToken, signal)).answer : first.answer;
}
async function assume(options, idToken, signal) {
  const { role, serverTime, mask, hide } = options;
  const stampMs = serverTime.nowMs();
  const sent = await (0,http_transport/* boundedRequest */.JR)(options, oidc_role_ACTION, requestOf(options, idToken, stampMs), signal);
  if (sent.kind === 'fault')
    return { answer: sent, stampAgain: false };
  const { answer } = sent;
  if (answer.status === 200) {
    return { answer: oidc_role_openAnswer(answer, serverTime.nowMs(), mask), stampAgain: false };
  }
  const fault = openStsError(oidc_role_ACTION, answer, hide);
  const byFile = role.tokenFile !== undefined && fault.reason === 'role-refused';
  const explained = byFile ? { ...fault, detail: { kind: 'by-token-file' } } : fault;
  return judgeStamp({ kind: 'fault', fault: explained }, serverTime, stampMs, answer.headers['date']);
}
function requestOf({ role, userAgent }, idToken, stampMs) {
  const query = new URLSearchParams({
    Action: oidc_role_ACTION,
    Version: '2015-04-01',
    Format: 'JSON',
    Timestamp: utcSeconds(stampMs),
  });
  const form = new URLSearchParams({
    RoleArn: role.roleArn,
    OIDCProviderArn: role.oidcProviderArn,
    OIDCToken: idToken,
    RoleSessionName: role.roleSessionName,
    DurationSeconds: String(role.durationSeconds),
  });
  return {
    method: 'POST',
    url: `${role.stsOrigin}/?${query.toString()}`,
    headers: {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      'user-agent': userAgent,
    },
    body: form.toString(),
  };
}
function oidc_role_openAnswer(answer, nowMs, mask) {
  const opened = oidc_role_answerSchema.safeParse((0,http_transport/* parseJson */.qF)(answer.body)).data;
  if (opened === undefined)
    return MALFORMED;
  const serverMs = Date.parse(answer.headers['date'] ?? '');
  const session = mintedSession(opened.Credentials, Number.isNaN(serverMs) ? nowMs : serverMs, mask);
  return { kind: 'session', session, requestId: opened.RequestId };
}
const MALFORMED = (0,rollout_fault/* faultAnswer */.JK)(oidc_role_ACTION, 'malformed', { detail: { kind: 'no-credentials' }, httpStatus: 200 });
;// CONCATENATED MODULE: ./build/src/credentials/provider.js
function staticCredentials(credentials) {
  return { credentials: () => Promise.resolve({ kind: 'credentials', credentials }) };
}
;// CONCATENATED MODULE: ./build/src/credentials/choice.js
function credentialsProvider(choice, parts) {
  const { clock } = parts;
  switch (choice.kind) {
    case 'keys':
      return staticCredentials(choice.credentials);
    case 'ecs':
      return new SessionCredentials(clock, traced('ECS metadata service', parts, signal => ecsRamRoleSession({ ...parts, roleName: choice.roleName }, signal)));
    case 'oidc': {
      const { role } = choice;
      const idToken = idTokenSource(role, parts);
      return new SessionCredentials(clock, traced('AssumeRoleWithOIDC', parts, signal => assumeRoleWithOidc({ ...parts, role, idToken }, signal)));
    }
  }
}
function idTokenSource({ tokenFile, audience }, parts) {
  if (tokenFile !== undefined) {
    return traced('OIDC token', parts, signal => readTokenFile({ ...parts, file: tokenFile }, signal));
  }
  const service = parts.idTokenService;
  return traced('GitHub ID token', parts, signal => requestIdToken({ ...parts, service, audience }, signal));
}
function traced(action, { clock, traced: trace }, ask) {
  return async (signal) => {
    const startMs = clock.nowMs();
    const minted = await ask(signal);
    const tookMs = clock.nowMs() - startMs;
    if (!('fault' in minted))
      trace({ action, tookMs, answer: { kind: 'data', requestId: minted.requestId } });
    else if (minted.fault.action === action)
      trace({ action, tookMs, answer: { kind: 'fault', fault: minted.fault } });
    return minted;
  };
}
;// CONCATENATED MODULE: ./build/src/gate/world.js
function saeClientOf({ clock, transport: send, nonce, env, readSmallFile, toolkit, version }, settings, budget, serverTime, traced) {
  const { origin, requestTimeoutMs } = settings;
  const hide = toolkit.redact;
  const transport = (0,http_transport/* waryTransport */.f9)(send, hide);
  const requests = { clock, serverTime, transport, requestTimeoutMs, userAgent: (0,http_transport/* userAgentOf */.a9)(version), hide };
  const mask = (secret) => {
    toolkit.mask(secret);
  };
  const credentials = credentialsProvider(settings.credentials, {
    ...requests,
    idTokenService: {
      url: env['ACTIONS_ID_TOKEN_REQUEST_URL'],
      token: env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'],
    },
    readSmallFile,
    mask,
    traced,
  });
  const zoneOffsetMs = ZONE_OFFSET_MS;
  return new SaeClient({ ...requests, origin, nonce, budget, credentials, traced, zoneOffsetMs });
}
;// CONCATENATED MODULE: ./build/src/gate/run-gate.js
async function runGate(world, task = 'gate') {
  return (0,endings_ending/* isStepGreen */.Op)(await runStep(world, task), task);
}
async function runStep(world, task = 'gate') {
  return new GateRun(world, world.catalogue[(0,table/* languageOf */.eX)(world.env)], task).run();
}
const LONGEST_RUN_START_MS = 10_000;
const MOST_CALLS_TO_SHOW = 12;
class GateRun {
  #world;
  #words;
  #task;
  #startMs;
  #reports;
  #outputs;
  #board = new Board([]);
  #check;
  constructor(world, words, task) {
    this.#world = world;
    this.#words = words;
    this.#task = task;
    this.#startMs = world.clock.nowMs();
    this.#reports = new RunReports(world, words);
    this.#outputs = new OutputReporter(world.toolkit, words, task);
  }
  async run() {
    const step = await this.#step();
    const { toolkit, version, onlooker, clock } = this.#world;
    const { failed } = this.#reports;
    this.#reports.safely(() => onlooker?.over());
    const outputs = this.#outputs;
    await (0,ending/* tellEnding */.LX)(step, this.#board, { toolkit, outputs, words: this.#words, version, clock, failed });
    try {
      await this.#check?.ended(step);
    }
    catch (error) {
      failed(error);
    }
    return step;
  }
  async #step() {
    const { env, toolkit, clock } = this.#world;
    try {
      for (const secret of (0,table/* secretsIn */.VY)(env))
        toolkit.mask(secret);
      this.#reports.greet();
      const reading = this.#task === 'idle' ? readIdleSettings(env) : readSettings(env, clock.wallMs());
      if (reading.kind === 'faults') {
        return this.#error({ kind: 'bad-inputs', faults: reading.faults }, subjectOfInputs(env));
      }
      return (0,endings_ending/* stepEnding */.Qh)(await this.#waitForAll(reading));
    }
    catch (thrown) {
      return this.#error({ kind: 'bug', message: (0,clean/* thrownText */.kZ)(thrown, toolkit.redact) }, NOTHING_KNOWN);
    }
  }
  async #waitForAll(reading) {
    const { settings } = reading;
    const { targets, token, timeoutMs, failFast } = settings;
    const { clock, chance, toolkit } = this.#world;
    const github = token === undefined ? undefined : this.#world.github(token);
    this.#show(reading, github);
    const budget = new CallBudget(clock, settings.callsPerMinute);
    const serverTime = this.#reports.serverTime();
    const client = saeClientOf(this.#world, settings, budget, serverTime, this.#reports.requested);
    const failedFast = new AbortController();
    const cancel = AbortSignal.any([this.#world.cancel, failedFast.signal]);
    const limitMs = Math.min(LONGEST_RUN_START_MS, timeoutMs / 2);
    const runStart = askedOnce(() => readRunStart({ ...this.#world, github, limitMs, cancel }));
    const over = new AbortController();
    const past = new PastRollouts(client, AbortSignal.any([cancel, over.signal]));
    const names = new ApplicationNames();
    const orders = new StepOrders(targets);
    const show = { clock, cancel: this.#world.cancel, orders, allowance: { left: MOST_CALLS_TO_SHOW } };
    const hide = toolkit.redact;
    let waiting = targets.length;
    const outcomes = await Promise.all(targets.map(async (target, index) => {
      const parts = { settings, target, client, budget, past, clock, chance, cancel };
      const undoing = undoOnRequest(parts, {
        ...this.#world,
        words: this.#words,
        reports: this.#reports,
        runStart,
        serverTime,
      });
      const followed = (changeOrderId) => {
        orders.followed(changeOrderId, index);
        undoing?.followed(changeOrderId, wait.appId);
      };
      const wait = new Wait({ ...parts, reporter: this.#reporterOf(index, targets.length), followed });
      wait.begin();
      if (index === 0)
        wait.note({ kind: 'credentials', source: settings.credentials.source });
      const unbound = await undoing?.begin(wait);
      const followedToEnd = unbound ?? (await followTarget(wait, { runStart, serverTime, hide, names }));
      const ended = await withProof(wait, followedToEnd, orders, hide);
      wait.close();
      if (--waiting === 0)
        over.abort();
      if (failFast && !(0,endings_ending/* isGreen */.gf)(ended))
        failedFast.abort(FAILED_FAST);
      const reads = sharedReads(client);
      const diagnosed = await withDiagnosis(ended, reads, settings, this.#world);
      const shown = await withRunning(diagnosed, wait, { ...show, client: reads });
      this.#board.ended(index, shown);
      if (undoing === undefined)
        return shown;
      const look = (seen) => withRunning(seen, wait, { ...show, client });
      const outcome = await undoing.undo(shown, look, this.#outputs, this.#showsUndoing(index, shown));
      this.#board.ended(index, outcome);
      return outcome;
    }));
    const judged = withNewerProofs(outcomes, orders);
    for (const [index, outcome] of judged.entries())
      this.#board.ended(index, outcome);
    return judged;
  }
  #show(reading, github) {
    const { settings } = reading;
    this.#board = new Board(settings.targets.map(target => subjectOf(target, settings)));
    this.#check = this.#world.checkReporter(this.#world, settings, github, this.#board, this.#words);
    this.#reports.safely(() => this.#world.onlooker?.begun(this.#board));
    this.#reports.started(reading);
  }
  #showsUndoing(index, outcome) {
    return (undo, changed) => {
      this.#board.ended(index, { ...outcome, undo });
      this.#check?.undoing(changed);
    };
  }
  #reporterOf(index, of) {
    const { toolkit, onlooker } = this.#world;
    const outputs = of === 1 ? [this.#outputs] : [];
    const check = this.#check === undefined ? [] : [this.#check];
    const further = [...outputs, ...check, ...(onlooker === undefined ? [] : [onlooker.reporter(index)])];
    const beats = onlooker?.beats !== true;
    return waitReporter({ toolkit, words: this.#words, board: this.#board, index, of, further, beats });
  }
  #error(cause, subject) {
    const { clock } = this.#world;
    const outcome = {
      verdict: 'error',
      cause,
      subject: this.#task === 'gate' ? subject : { ...subject, changeOrderId: undefined, task: this.#task },
      progress: rollout_progress/* NO_PROGRESS */.cf,
      amongSeveral: false,
      startedMs: this.#startMs,
      waitedMs: clock.nowMs() - this.#startMs,
      endedWallMs: clock.wallMs(),
    };
    return (0,endings_ending/* stepEnding */.Qh)([outcome]);
  }
}
async function withDiagnosis(outcome, client, settings, { clock, cancel, toolkit }) {
  const { verdict, progress, subject, endedWallMs, waitedMs } = outcome;
  const { order } = progress;
  const isWanted = settings.diagnose && verdicts/* VERDICT_FACTS */.O1[verdict].diagnosed;
  if (!isWanted || cancel.aborted || order === undefined)
    return outcome;
  const diagnosis = await diagnose({
    client,
    clock,
    cancel,
    order,
    appId: order.appId ?? subject.appId,
    startedWallMs: endedWallMs - waitedMs,
    withLog: settings.diagnoseLogs,
    hide: toolkit.redact,
  });
  return { ...outcome, diagnosis };
}
function askedOnce(ask) {
  let asked;
  return () => (asked ??= ask());
}
function subjectOfInputs(env) {
  const named = (name) => {
    const text = (0,clean/* cleanText */.X5)((0,table/* rawInput */.JR)(env, name) ?? '', 200);
    return text.toLowerCase() === table/* INPUTS */.mc[name].default ? undefined : text || undefined;
  };
  return { changeOrderId: named('changeOrderId'), appId: named('appId'), regionId: undefined };
}
const NOTHING_KNOWN = { changeOrderId: undefined, appId: undefined, regionId: undefined };


/***/ }),

/***/ 2815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  a: () => (runPost)
});
/* harmony import */ var _check_run_saved_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6165);
/* harmony import */ var _inputs_table_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5835);


async function runPost(world) {
  const { env, toolkit, cancel, catalogue } = world;
  for (const secret of (0,_inputs_table_js__WEBPACK_IMPORTED_MODULE_1__/* .secretsIn */ .VY)(env))
    toolkit.mask(secret);
  const words = catalogue[(0,_inputs_table_js__WEBPACK_IMPORTED_MODULE_1__/* .languageOf */ .eX)(env)];
  const open = (0,_check_run_saved_js__WEBPACK_IMPORTED_MODULE_0__/* .openCheckRun */ .G2)(env);
  const token = (0,_inputs_table_js__WEBPACK_IMPORTED_MODULE_1__/* .rawInput */ .JR)(env, 'token');
  const github = token ? world.github(token) : undefined;
  if (open === undefined || github === undefined)
    return;
  const answer = await github.updateCheckRun(open.id, {
    name: open.name,
    headSha: open.headSha,
    status: 'completed',
    conclusion: 'cancelled',
    title: words.check.killedTitle,
    summary: words.check.killed,
    text: '',
  }, cancel);
  switch (answer.kind) {
    case 'done':
      toolkit.line(words.check.closed);
      return;
    case 'refused': {
      const { status: httpStatus, message } = answer;
      toolkit.line(words.check.notClosed({ kind: 'said', message, httpStatus }));
      return;
    }
    case 'failed':
      toolkit.line(words.check.notClosed(answer.failure));
  }
}


/***/ }),

/***/ 3811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  Dl: () => (parseUrl),
  JR: () => (boundedRequest),
  a9: () => (userAgentOf),
  f9: () => (waryTransport),
  qF: () => (parseJson),
  wX: () => (TransportError)
});
/* harmony import */ var _polling_clock_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1271);
/* harmony import */ var _rollout_fault_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1931);
/* harmony import */ var _text_clean_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7228);



class TransportError extends Error {
  name = 'TransportError';
  failure;
  detail;
  neverSent;
  constructor(failure, message, detail, neverSent = false) {
    super(message);
    this.failure = failure;
    this.detail = detail;
    this.neverSent = neverSent;
  }
}
const LONGEST_MESSAGE = 1_000;
function waryTransport(transport, hide) {
  const answered = new Set();
  return async (request, signal) => {
    const { host } = new URL(request.url);
    try {
      const answer = await transport(request, signal);
      answered.add(host);
      return answer;
    }
    catch (error) {
      if (!(error instanceof TransportError))
        throw error;
      const isKnown = error.failure === 'unknown-host' && answered.has(host);
      const message = (0,_text_clean_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignText */ .qk)(error.message, LONGEST_MESSAGE, hide);
      const failure = isKnown ? 'network' : error.failure;
      throw new TransportError(failure, message, error.detail, error.neverSent);
    }
  };
}
async function boundedRequest({ clock, transport, requestTimeoutMs: limitMs }, action, request, signal) {
  try {
    const sent = await (0,_polling_clock_js__WEBPACK_IMPORTED_MODULE_2__/* .within */ .u)(clock, limitMs, signal, stop => transport(request, stop));
    if (sent.kind === 'done')
      return { kind: 'answer', answer: sent.value };
    const detail = sent.kind === 'aborted' ? { kind: 'given-up' } : { kind: 'time-limit', limitMs };
    return (0,_rollout_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .faultAnswer */ .JK)(action, 'no-answer', { detail });
  }
  catch (error) {
    if (!(error instanceof TransportError))
      throw error;
    const message = (0,_text_clean_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanText */ .X5)(error.message, LONGEST_MESSAGE);
    const { failure: reason, detail, neverSent } = error;
    const more = { ...(detail && { detail }), ...(neverSent && { neverSent }) };
    return { kind: 'fault', fault: { action, reason, message, ...more } };
  }
}
const LONGEST_UNSEEN = 100_000;
const MOST_LEVELS = 100;
function parseJson(text) {
  if (text.length > LONGEST_UNSEEN && levelsIn(text) > MOST_LEVELS)
    return undefined;
  try {
    return JSON.parse(text);
  }
  catch {
    return undefined;
  }
}
function levelsIn(text) {
  let level = 0;
  let deepest = 0;
  for (let at = 0; at < text.length && deepest <= MOST_LEVELS; at++) {
    const char = text[at];
    if (char === '"')
      at = stringEnd(text, at);
    else if (char === '[' || char === '{')
      deepest = Math.max(deepest, ++level);
    else if (char === ']' || char === '}')
      level--;
  }
  return deepest;
}
function stringEnd(text, begin) {
  for (let at = begin + 1;; at++) {
    at = text.indexOf('"', at);
    if (at < 0)
      return text.length;
    let escapes = 0;
    while (text[at - 1 - escapes] === '\\')
      escapes++;
    if (escapes % 2 === 0)
      return at;
  }
}
function parseUrl(text) {
  return URL.canParse(text) ? new URL(text) : null;
}
function userAgentOf(version) {
  return `sae-rollout-gate/${version}`;
}


/***/ }),

/***/ 7715:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  Bv: () => (routeTo),
  M8: () => (isLocalhost),
  NT: () => (proxySecretsIn),
  U9: () => (isLoopback),
  bj: () => (firstFilled),
  fG: () => (badNetworks),
  jV: () => (plainHost),
  nM: () => (readProxy),
  yc: () => (DIRECT)
});
/* unused harmony exports isExempt, holds */
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7030);
/* harmony import */ var _http_transport_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3811);
/* harmony import */ var _text_secrets_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6856);



function firstFilled(env, name) {
  const filled = [name, name.toUpperCase()]
    .map(variable => ({ variable, text: env[variable]?.trim() ?? '' }))
    .find(({ text }) => text !== '');
  return filled ?? { variable: name, text: '' };
}
function readProxy(env, scheme) {
  const { variable, text } = firstFilled(env, `${scheme}_proxy`);
  if (text === '')
    return { kind: 'none' };
  const url = (0,_http_transport_js__WEBPACK_IMPORTED_MODULE_1__/* .parseUrl */ .Dl)(/^[a-z][a-z0-9+.-]*:\/\//iu.test(text) ? text : `http://${text}`);
  const usable = url !== null && /^https?:$/u.test(url.protocol) && canBeDecoded(url);
  return usable ? { kind: 'url', url: url.href } : { kind: 'bad', variable };
}
function canBeDecoded({ username, password }) {
  try {
    decodeURIComponent(username + password);
    return true;
  }
  catch {
    return false;
  }
}
function isExempt(noProxy, url) {
  const host = plainHost(url.hostname);
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return entriesOf(noProxy)
    .map(readEntry)
    .some(entry => entry.kind !== 'bad' && ['', port].includes(entry.port) && means(entry, host));
}
function badNetworks(noProxy) {
  return entriesOf(noProxy).filter(entry => readEntry(entry).kind === 'bad');
}
function holds(addresses, host) {
  const version = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host);
  return version !== 0 && addresses.check(host, version === 4 ? 'ipv4' : 'ipv6');
}
function plainHost(hostname) {
  return hostname.replace(/^\[(?<address>.*)\]$/u, '$<address>').replace(/\.$/u, '');
}
const LOOPBACK = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');
function isLoopback(hostname) {
  const host = plainHost(hostname);
  return isLocalhost(host) || holds(LOOPBACK, host);
}
function isLocalhost(host) {
  return /(?:^|\.)localhost$/iu.test(host);
}
function means(entry, host) {
  switch (entry.kind) {
    case 'addresses':
      return holds(entry.addresses, host);
    case 'pattern':
      return entry.pattern.test(host);
    case 'name':
      return host === entry.name || ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) === 0 && host.endsWith(`.${entry.name}`));
  }
}
function entriesOf(noProxy) {
  return noProxy.split(/[\s,]+/u).filter(entry => entry !== '');
}
function readEntry(entry) {
  if (/^[[\]\da-f.:]+\/\d*$/iu.test(entry))
    return readNetwork(entry);
  if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(entry) === 6)
    return oneAddress(entry, '');
  const { host = '', port = '' } = /^(?<host>.*?)(?::(?<port>\d+))?$/u.exec(entry)?.groups ?? {};
  const name = host.replace(/^(?:\*?\.)+/u, '');
  if (name.includes('*'))
    return { kind: 'pattern', pattern: patternOf(name), port };
  const usual = plainHost((0,_http_transport_js__WEBPACK_IMPORTED_MODULE_1__/* .parseUrl */ .Dl)(`http://${name}`)?.hostname ?? name.toLowerCase());
  return (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(usual) === 0 ? { kind: 'name', name: usual, port } : oneAddress(usual, port);
}
function patternOf(name) {
  const parts = name.replace(/\.$/u, '').split('*');
  return new RegExp(`^${parts.map(part => part.replace(/[.+?^${}()|[\]\\]/gu, String.raw `\$&`)).join('.*')}$`, 'iu');
}
function oneAddress(address, port) {
  return among(address, (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(address) === 4 ? 32 : 128, port);
}
function readNetwork(entry) {
  const [address = '', bits = ''] = entry.replace(/[[\]]/gu, '').split('/');
  const version = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(address);
  const fits = version !== 0 && bits !== '' && Number(bits) <= (version === 4 ? 32 : 128);
  return fits ? among(address, Number(bits), '') : { kind: 'bad' };
}
function among(address, bits, port) {
  const addresses = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
  addresses.addSubnet(address, bits, (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(address) === 4 ? 'ipv4' : 'ipv6');
  return { kind: 'addresses', addresses, port };
}
const DIRECT = { kind: 'direct' };
function routeTo(env, url) {
  if (isLoopback(url.hostname) || isExempt(firstFilled(env, 'no_proxy').text, url))
    return DIRECT;
  const reading = readProxy(env, url.protocol === 'https:' ? 'https' : 'http');
  return reading.kind === 'url' ? { kind: 'proxy', url: reading.url } : DIRECT;
}
const PROXY_VARIABLES = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy'];
function proxySecretsIn(env) {
  return PROXY_VARIABLES.flatMap(variable => {
    const url = env[variable]?.trim() ?? '';
    const parsed = parsedInfo(url);
    const secrets = [writtenInfo(url), parsed].flatMap(secretsOf).flatMap(decodedToo);
    return secrets.length === 0
      ? []
      : [{ variable, secrets: [...new Set(secrets)], header: headerOf(parsed) }];
  });
}
function secretsOf({ user, password }) {
  const isSecret = password === '' || (0,_text_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .isTokenLike */ .Hx)(user);
  return [...(isSecret ? [user] : []), password].filter(text => text.trim() !== '');
}
function writtenInfo(url) {
  const userInfo = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?<userInfo>.*)@/isu.exec(url)?.groups?.['userInfo'] ?? '';
  const [user = '', ...password] = userInfo.split(':');
  return { user, password: password.join(':') };
}
function parsedInfo(url) {
  const parsed = (0,_http_transport_js__WEBPACK_IMPORTED_MODULE_1__/* .parseUrl */ .Dl)(/^[a-z][a-z0-9+.-]*:\/\//iu.test(url) ? url : `http://${url}`);
  return { user: parsed?.username ?? '', password: parsed?.password ?? '' };
}
function headerOf({ user, password }) {
  const decoded = `${decoding(user) ?? user}:${decoding(password) ?? password}`;
  return decoded === ':' ? undefined : Buffer.from(decoded).toString('base64');
}
function decodedToo(text) {
  const decoded = decoding(text);
  return decoded === undefined ? [text] : [text, decoded];
}
function decoding(text) {
  try {
    return decodeURIComponent(text);
  }
  catch {
    return undefined;
  }
}


/***/ }),

/***/ 5835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  Ew: () => (BY_ITSELF),
  G2: () => (LANGUAGE_NAMES),
  JR: () => (rawInput),
  Jg: () => (isWord),
  Kn: () => (isOfProof),
  VY: () => (secretsIn),
  bp: () => (unmaskableIn),
  eX: () => (languageOf),
  mc: () => (INPUTS),
  sX: () => (PROOF_GUARDS),
  y8: () => (NOT_GIVEN)
});
/* unused harmony export IDLE_INPUTS */
/* harmony import */ var _text_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6856);
/* harmony import */ var _proxies_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7715);


const NOT_GIVEN = 'none';
const BY_ITSELF = 'auto';
const INPUTS = {
  changeOrderId: { default: BY_ITSELF, guard: true, list: true },
  appId: { default: NOT_GIVEN, guard: true, list: true },
  appName: { default: NOT_GIVEN, guard: true, list: true },
  namespaceId: {},
  coType: { default: 'CoDeploy,CoCreateApp', guard: true, list: true },
  descriptionContains: { default: NOT_GIVEN, guard: true },
  createdAfter: { default: BY_ITSELF, guard: true, commandEnvironment: ['CI_PIPELINE_CREATED_AT'] },
  discoveryTimeout: { default: '2m' },
  token: { runnerDefault: '${{ github.token }}', secret: true, gitHubOnly: true },
  timeout: { default: '30m' },
  regionId: {
    environment: ['ALIBABA_CLOUD_REGION_ID', 'ALIBABACLOUD_REGION_ID', 'ALICLOUD_REGION_ID'],
  },
  endpoint: {},
  accessKeyId: {
    environment: ['ALIBABA_CLOUD_ACCESS_KEY_ID', 'ALIBABACLOUD_ACCESS_KEY_ID'],
    secret: true,
    identifier: true,
  },
  accessKeySecret: {
    environment: ['ALIBABA_CLOUD_ACCESS_KEY_SECRET', 'ALIBABACLOUD_ACCESS_KEY_SECRET'],
    secret: true,
  },
  securityToken: {
    environment: ['ALIBABA_CLOUD_SECURITY_TOKEN', 'ALIBABACLOUD_SECURITY_TOKEN'],
    secret: true,
  },
  roleArn: { environment: ['ALIBABA_CLOUD_ROLE_ARN'] },
  oidcProviderArn: { environment: ['ALIBABA_CLOUD_OIDC_PROVIDER_ARN'] },
  oidcAudience: { default: 'sts.aliyuncs.com' },
  roleSessionName: { environment: ['ALIBABA_CLOUD_ROLE_SESSION_NAME'] },
  roleSessionDuration: { default: '1h' },
  stsEndpoint: { default: 'sts.aliyuncs.com' },
  minPollInterval: { default: '2s' },
  maxPollInterval: { default: '30s' },
  requestTimeout: { default: '10s' },
  outageTolerance: { default: '5m' },
  maxCallsPerMinute: { default: BY_ITSELF },
  learn: { default: 'true' },
  failFast: { default: 'false' },
  checkRun: { default: 'false', gitHubOnly: true },
  checkName: { gitHubOnly: true },
  commit: { gitHubOnly: true },
  jobCheckRunId: { runnerDefault: '${{ job.check_run_id }}', gitHubOnly: true },
  onManualStep: { default: 'wait' },
  manualStepTimeout: {},
  rollbackOn: { default: NOT_GIVEN, list: true },
  rollbackTimeout: { default: '10m' },
  verify: { default: BY_ITSELF },
  expectImage: { default: NOT_GIVEN, guard: true },
  expectVersion: { default: NOT_GIVEN, guard: true },
  verifyTimeout: { default: '3m' },
  bake: { default: NOT_GIVEN, guard: true },
  diagnose: { default: 'true' },
  diagnoseLogs: { default: 'false' },
  language: { default: 'en' },
};
const IDLE_INPUTS = (/* unused pure expression or super */ null && ([
  'appId',
  'appName',
  'namespaceId',
  'timeout',
  'regionId',
  'endpoint',
  'accessKeyId',
  'accessKeySecret',
  'securityToken',
  'roleArn',
  'oidcProviderArn',
  'oidcAudience',
  'roleSessionName',
  'roleSessionDuration',
  'stsEndpoint',
  'minPollInterval',
  'maxPollInterval',
  'requestTimeout',
  'outageTolerance',
  'maxCallsPerMinute',
  'onManualStep',
  'manualStepTimeout',
  'language',
]));
const PROOF_GUARDS = ['expectImage', 'expectVersion', 'bake'];
function isOfProof(input) {
  return PROOF_GUARDS.some(name => name === input);
}
function rawInput(env, name) {
  return env[`INPUT_${name.toUpperCase()}`]?.trim();
}
function isWord(value, word) {
  return value.trim().toLowerCase() === word;
}
const RUNNER_SECRETS = ['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
function secretsIn(env) {
  const values = SECRET_VARIABLES.flatMap(({ variable }) => [
    env[variable] ?? '',
    env[variable]?.trim() ?? '',
  ]);
  const proxies = (0,_proxies_js__WEBPACK_IMPORTED_MODULE_1__/* .proxySecretsIn */ .NT)(env).flatMap(({ secrets, header }) => [...secrets, header ?? '']);
  return [...new Set([...values, ...proxies])].filter(value => value.trim() !== '');
}
function unmaskableIn(env) {
  const given = SECRET_VARIABLES.filter(({ variable, identifier }) => {
    const value = env[variable]?.trim() ?? '';
    return value !== '' && !identifier && !(0,_text_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .isMaskable */ .h_)(value);
  });
  const proxies = (0,_proxies_js__WEBPACK_IMPORTED_MODULE_1__/* .proxySecretsIn */ .NT)(env).filter(({ secrets }) => !secrets.some(_text_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .isMaskable */ .h_));
  return [...new Set([...given, ...proxies].map(({ variable }) => INPUT_OF_VARIABLE[variable] ?? variable))];
}
const DEFINITIONS = Object.entries(INPUTS);
const INPUT_OF_VARIABLE = Object.fromEntries(DEFINITIONS.map(([name]) => [`INPUT_${name.toUpperCase()}`, name]));
const SECRET_VARIABLES = [
  ...DEFINITIONS.filter(([, definition]) => definition.secret === true).flatMap(([name, definition]) => [`INPUT_${name.toUpperCase()}`, ...(definition.environment ?? [])].map(variable => ({
    variable,
    identifier: definition.identifier === true,
  }))),
  ...RUNNER_SECRETS.map(variable => ({ variable, identifier: false })),
];
const LANGUAGE_NAMES = ['en', 'zh'];
function languageOf(env) {
  const asked = rawInput(env, 'language') || INPUTS.language.default;
  return LANGUAGE_NAMES.find(name => name === asked) ?? 'en';
}


/***/ }),

/***/ 8712:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _platform_process_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(788);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7598);
/* harmony import */ var _package_json__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8797);
/* harmony import */ var _check_run_reporter_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(624);
/* harmony import */ var _gate_run_gate_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9069);
/* harmony import */ var _gate_run_post_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(2815);
/* harmony import */ var _inputs_table_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(5835);
/* harmony import */ var _http_transport_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(3811);
/* harmony import */ var _report_ending_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(853);
/* harmony import */ var _platform_actions_toolkit_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(8456);
/* harmony import */ var _platform_files_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(3714);
/* harmony import */ var _platform_octokit_github_js__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(8782);
/* harmony import */ var _platform_undici_transport_js__WEBPACK_IMPORTED_MODULE_12__ = __nccwpck_require__(6168);
/* harmony import */ var _words_catalogue_js__WEBPACK_IMPORTED_MODULE_13__ = __nccwpck_require__(5911);














const endProcess = (0,_platform_process_js__WEBPACK_IMPORTED_MODULE_0__/* .beginProcess */ .$w)({
  redCode: 1,
  streams: ['stdout'],
  reportUnforeseen: thrown => {
    (0,_report_ending_js__WEBPACK_IMPORTED_MODULE_8__/* .tellUnforeseen */ .gF)(thrown, _platform_actions_toolkit_js__WEBPACK_IMPORTED_MODULE_9__/* .actionsToolkit */ .u, _words_catalogue_js__WEBPACK_IMPORTED_MODULE_13__/* .catalogue */ .s[(0,_inputs_table_js__WEBPACK_IMPORTED_MODULE_6__/* .languageOf */ .eX)(process.env)]);
  },
  reportTo: 'stdout',
});
const { env } = process;
const { /* version */ "rE": version } = _package_json__WEBPACK_IMPORTED_MODULE_2__;
const userAgent = (0,_http_transport_js__WEBPACK_IMPORTED_MODULE_7__/* .userAgentOf */ .a9)(version);
const http = (0,_platform_undici_transport_js__WEBPACK_IMPORTED_MODULE_12__/* .undiciTransport */ .i)();
const world = {
  env,
  clock: _platform_process_js__WEBPACK_IMPORTED_MODULE_0__/* .systemClock */ .ml,
  chance: Math.random,
  nonce: node_crypto__WEBPACK_IMPORTED_MODULE_1__.randomUUID,
  transport: http.send,
  github: token => (0,_platform_octokit_github_js__WEBPACK_IMPORTED_MODULE_11__/* .octokitGitHub */ .h)({
    env,
    token,
    transport: http.send,
    clock: _platform_process_js__WEBPACK_IMPORTED_MODULE_0__/* .systemClock */ .ml,
    userAgent,
    hide: _platform_actions_toolkit_js__WEBPACK_IMPORTED_MODULE_9__/* .actionsToolkit */ .u.redact,
  }),
  checkReporter: _check_run_reporter_js__WEBPACK_IMPORTED_MODULE_3__/* .checkReporter */ .I,
  eventPayload: () => (0,_platform_files_js__WEBPACK_IMPORTED_MODULE_10__/* .readEventPayload */ .N5)(env['GITHUB_EVENT_PATH']),
  modifiedMs: _platform_files_js__WEBPACK_IMPORTED_MODULE_10__/* .modifiedMs */ .yz,
  readSmallFile: _platform_files_js__WEBPACK_IMPORTED_MODULE_10__/* .readWithoutBlocking */ .KW,
  toolkit: _platform_actions_toolkit_js__WEBPACK_IMPORTED_MODULE_9__/* .actionsToolkit */ .u,
  cancel: _platform_process_js__WEBPACK_IMPORTED_MODULE_0__/* .cancellation */ .WN,
  catalogue: _words_catalogue_js__WEBPACK_IMPORTED_MODULE_13__/* .catalogue */ .s,
  version,
};
const isPost = process.argv.includes('--post');
const task = process.argv.includes('--idle') ? 'idle' : 'gate';
if (isPost)
  await (0,_gate_run_post_js__WEBPACK_IMPORTED_MODULE_5__/* .runPost */ .a)(world);
const green = isPost || (await (0,_gate_run_gate_js__WEBPACK_IMPORTED_MODULE_4__/* .runGate */ .R)(world, task));
await endProcess(green ? 0 : 1, () => http.close());

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 8456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  u: () => (actionsToolkit)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/utils.js
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/command.js
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/file-command.js
function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/oidc-utils.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



class oidc_utils_OidcClient {
    static createHttpClient(allowRetry = true, maxRetry = 10) {
        const requestOptions = {
            allowRetries: allowRetry,
            maxRetries: maxRetry
        };
        return new HttpClient('actions/oidc-client', [new BearerCredentialHandler(oidc_utils_OidcClient.getRequestToken())], requestOptions);
    }
    static getRequestToken() {
        const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (!token) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable');
        }
        return token;
    }
    static getIDTokenUrl() {
        const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
        if (!runtimeUrl) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
        }
        return runtimeUrl;
    }
    static getCall(id_token_url) {
        return __awaiter(this, void 0, void 0, function* () {
            var _a;
            const httpclient = oidc_utils_OidcClient.createHttpClient();
            const res = yield httpclient
                .getJson(id_token_url)
                .catch(error => {
                throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
            });
            const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
            if (!id_token) {
                throw new Error('Response json body do not have ID Token field');
            }
            return id_token;
        });
    }
    static getIDToken(audience) {
        return __awaiter(this, void 0, void 0, function* () {
            try {
                let id_token_url = oidc_utils_OidcClient.getIDTokenUrl();
                if (audience) {
                    const encodedAudience = encodeURIComponent(audience);
                    id_token_url = `${id_token_url}&audience=${encodedAudience}`;
                }
                debug(`ID token url is ${id_token_url}`);
                const id_token = yield oidc_utils_OidcClient.getCall(id_token_url);
                setSecret(id_token);
                return id_token;
            }
            catch (error) {
                throw new Error(`Error message: ${error.message}`);
            }
        });
    }
}
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    stringify() {
        return this._buffer;
    }
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    addEOL() {
        return this.addRaw(external_os_.EOL);
    }
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/path-utils.js
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, path.sep);
}
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/core.js
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






var ExitCode;
(function (ExitCode) {
    ExitCode[ExitCode["Success"] = 0] = "Success";
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
function core_setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
function core_debug(message) {
    command_issueCommand('debug', {}, message);
}
function error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
function startGroup(name) {
    command_issue('group', name);
}
function endGroup() {
    command_issue('endgroup');
}
function group(name, fn) {
    return core_awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return file_command_issueFileCommand('STATE', file_command_prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, utils_toCommandValue(value));
}
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return core_awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}





// EXTERNAL MODULE: ./build/src/text/clean.js
var clean = __nccwpck_require__(7228);
// EXTERNAL MODULE: ./build/src/text/secrets.js
var secrets = __nccwpck_require__(6856);
;// CONCATENATED MODULE: ./build/src/platform/actions-toolkit.js
const LONGEST_ANNOTATION = 4_096;
const redactor = new secrets/* Redactor */.pO();
function logLine(text) {
  return (0,clean/* safeLine */.om)(redactor.redact((0,clean/* oneLine */.TN)(text)));
}
function annotationText(message) {
  return (0,clean/* cutText */.IN)(message.split('\n').map(logLine).join('\n'), LONGEST_ANNOTATION);
}
const actionsToolkit = {
  mask: secret => {
    if (redactor.mask(secret))
      core_setSecret(secret);
  },
  redact: redactor.redact,
  line: text => {
    info(logLine(text));
  },
  group: (title, lines) => {
    startGroup(logLine(title));
    try {
      for (const line of lines)
        info(logLine(line));
    }
    finally {
      endGroup();
    }
  },
  debug: text => {
    if (isDebug())
      core_debug(logLine(text));
  },
  notice: ({ title, message }) => {
    notice(annotationText(message), { title: logLine(title) });
  },
  warning: ({ title, message }) => {
    warning(annotationText(message), { title: logLine(title) });
  },
  error: ({ title, message }) => {
    error(annotationText(message), { title: logLine(title) });
  },
  output: (name, value) => {
    setOutput(name, redactor.redact(value));
  },
  saveState: (name, value) => {
    saveState(name, value);
  },
  file: async (name, text) => {
    const temporary = process.env['RUNNER_TEMP'];
    if (!temporary)
      throw new Error('RUNNER_TEMP names no folder');
    const folder = await (0,promises_.mkdtemp)(external_node_path_.join(temporary, 'sae-rollout-gate-'));
    const file = external_node_path_.join(folder, name);
    await (0,promises_.writeFile)(file, redactor.redact(text));
    return file;
  },
  summary: async (markdown) => {
    await summary.addRaw(redactor.redact(markdown)).write({ overwrite: true });
  },
};


/***/ }),

/***/ 3714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  yz: () => (modifiedMs),
  N5: () => (readEventPayload),
  KW: () => (readWithoutBlocking)
});

// UNUSED EXPORTS: isSameFile, writeNewPrivateFile, writeTextFile, writeWithoutBlocking
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: external "node:timers/promises"
const external_node_timers_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
// EXTERNAL MODULE: ./build/src/http/transport.js
var transport = __nccwpck_require__(3811);
;// CONCATENATED MODULE: ./build/src/platform/files.js
const { O_RDONLY, O_WRONLY, O_CREAT, O_EXCL, O_TRUNC } = external_node_fs_namespaceObject.constants;
const O_NONBLOCK = external_node_fs_namespaceObject.constants.O_NONBLOCK ?? 0;
const TRIED_AGAIN_MS = 20;
async function writeWithoutBlocking(file, text, longestFullMs = 2_000) {
  const handle = await open(file, O_WRONLY | O_CREAT | O_TRUNC | O_NONBLOCK);
  try {
    let rest = Buffer.from(text);
    while (rest.length > 0)
      rest = rest.subarray(await writeSome(handle, rest, longestFullMs));
  }
  finally {
    await handle.close();
  }
}
async function writeSome(handle, bytes, longestFullMs) {
  for (let triedMs = 0;; triedMs += TRIED_AGAIN_MS) {
    try {
      return (await handle.write(bytes)).bytesWritten;
    }
    catch (error) {
      const isFull = error.code === 'EAGAIN';
      if (!isFull || triedMs >= longestFullMs)
        throw error;
      await sleep(TRIED_AGAIN_MS);
    }
  }
}
async function readWithoutBlocking(file, limitBytes) {
  try {
    const handle = await (0,promises_.open)(file, O_RDONLY | O_NONBLOCK);
    try {
      return (await handle.stat()).isFile() ? await readSome(handle, limitBytes) : { kind: 'not-a-file' };
    }
    finally {
      await handle.close();
    }
  }
  catch (error) {
    const { code = 'unknown' } = error;
    return code === 'ENOENT' ? { kind: 'missing' } : { kind: 'unreadable', code };
  }
}
async function readSome(handle, limitBytes) {
  const bytes = Buffer.alloc(limitBytes + 1);
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, null);
    if (bytesRead === 0)
      return { kind: 'text', text: bytes.toString('utf8', 0, length) };
    length += bytesRead;
  }
  return { kind: 'too-large' };
}
function readEventPayload(file) {
  try {
    return file === undefined ? undefined : (0,transport/* parseJson */.qF)((0,external_node_fs_namespaceObject.readFileSync)(file, 'utf8'));
  }
  catch {
    return undefined;
  }
}
function modifiedMs(file) {
  try {
    return Math.floor((0,external_node_fs_namespaceObject.statSync)(file).mtimeMs);
  }
  catch {
    return undefined;
  }
}
async function writeTextFile(file, text) {
  await makeFolder(path.dirname(path.resolve(file)));
  await writeWithoutBlocking(file, text);
}
async function writeNewPrivateFile(file, text) {
  await makeFolder(path.dirname(path.resolve(file)));
  const handle = await open(file, O_WRONLY | O_CREAT | O_EXCL, 0o600);
  try {
    await handle.writeFile(text);
  }
  finally {
    await handle.close();
  }
}
function isSameFile(one, other) {
  if (path.resolve(one) === path.resolve(other))
    return true;
  const first = fileOf(one);
  if (first === undefined)
    return false;
  const second = fileOf(other);
  return first.dev === second?.dev && first.ino === second.ino;
}
function fileOf(file) {
  try {
    const stats = statSync(file, { bigint: true });
    return stats.isFile() ? stats : undefined;
  }
  catch {
    return undefined;
  }
}
async function makeFolder(folder) {
  const failure = await failureOf(folder);
  const parent = path.dirname(folder);
  if (failure !== 'ENOENT' || parent === folder)
    return;
  await makeFolder(parent);
  await failureOf(folder);
}
async function failureOf(folder) {
  try {
    await mkdir(folder);
    return undefined;
  }
  catch (error) {
    return error.code;
  }
}


/***/ }),

/***/ 8782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  h: () => (octokitGitHub)
});
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3913);
/* harmony import */ var _polling_clock_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1271);
/* harmony import */ var _text_clean_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7228);



const CALL_LIMIT_MS = 10_000;
const LONGEST_MESSAGE = 300;
const runSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ik({
  created_at: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .iso */ .KH.datetime({ offset: true }),
  run_started_at: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .iso */ .KH.datetime({ offset: true }),
});
class NoRunStart extends Error {
}
function octokitGitHub(options) {
  const [owner, repo] = (options.env['GITHUB_REPOSITORY'] ?? '').split('/');
  if (!owner || !repo)
    return undefined;
  const call = (signal, ask) => answerOf(options, signal, ask);
  return {
    runTimes: (runId, attempt, signal) => call(signal, async ({ request }) => {
      const names = { owner, repo, run_id: runId, attempt_number: attempt };
      const { data } = await request('GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}', names);
      const { data: run } = runSchema.safeParse(data);
      if (run === undefined)
        throw new NoRunStart();
      return { createdMs: Date.parse(run.created_at), attemptStartedMs: Date.parse(run.run_started_at) };
    }),
    createCheckRun: (content, signal) => call(signal, async ({ request }) => {
      const fields = { owner, repo, head_sha: content.headSha, ...fieldsOf(content) };
      const { data } = await request('POST /repos/{owner}/{repo}/check-runs', fields);
      return Number(data.id);
    }),
    updateCheckRun: (id, content, signal) => call(signal, async ({ request }) => {
      const fields = { owner, repo, check_run_id: id, ...fieldsOf(content) };
      const { data } = await request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', fields);
      return Number(data.id);
    }),
  };
}
function fieldsOf({ name, status, conclusion, title, summary, text }) {
  const shown = { name, output: { title, summary, text } };
  return conclusion === undefined
    ? { ...shown, status }
    : { ...shown, status: 'completed', conclusion };
}
async function answerOf({ env, token, transport, clock, userAgent, hide }, signal, ask) {
  let last;
  try {
    const asked = await (0,_polling_clock_js__WEBPACK_IMPORTED_MODULE_2__/* .within */ .u)(clock, CALL_LIMIT_MS, signal, async (stop) => {
      const { getOctokit } = await loadGitHub();
      const baseUrl = env['GITHUB_API_URL'] ?? 'https://api.github.com';
      const request = {
        fetch: async (url, init) => {
          last = await transport(toHttpRequest(url, init), stop);
          return toResponse(last);
        },
      };
      return ask(getOctokit(token, { baseUrl, request, userAgent }));
    });
    if (asked.kind === 'done')
      return { kind: 'done', value: asked.value };
    return failed({ kind: 'time-limit', limitMs: CALL_LIMIT_MS });
  }
  catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return failureOf(last, error, (0,_text_clean_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignText */ .qk)(said, LONGEST_MESSAGE, hide), clock.wallMs());
  }
}
function loadGitHub() {
  return Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 7727));
}
function toHttpRequest(url, init) {
  const method = init.method;
  const headers = init.headers;
  return typeof init.body === 'string' ? { method, url, headers, body: init.body } : { method, url, headers };
}
function toResponse({ status, headers, body }) {
  const bodyless = status === 204 || status === 205 || status === 304;
  return new Response(bodyless ? null : body, { status, headers });
}
function failureOf(answer, error, message, nowWallMs) {
  if (error instanceof NoRunStart)
    return failed({ kind: 'no-run-start' });
  if (answer === undefined)
    return failed({ kind: 'said', message, httpStatus: undefined });
  const { status, headers } = answer;
  const retryAfterMs = retryAfterOf(headers, nowWallMs);
  const limited = status === 429 || (status === 403 && retryAfterMs !== undefined);
  if (limited || status >= 500 || status < 400) {
    return failed({ kind: 'said', message, httpStatus: status }, retryAfterMs);
  }
  return { kind: 'refused', status, message };
}
function retryAfterOf(headers, nowWallMs) {
  const seconds = Number(headers['retry-after']);
  if (seconds > 0)
    return seconds * 1_000;
  if (headers['x-ratelimit-remaining'] !== '0')
    return undefined;
  return Math.max(0, Number(headers['x-ratelimit-reset']) * 1_000 - nowWallMs) || undefined;
}
function failed(failure, retryAfterMs) {
  return { kind: 'failed', failure, retryAfterMs };
}


/***/ }),

/***/ 788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  $w: () => (beginProcess),
  WN: () => (cancellation),
  ml: () => (systemClock)
});
/* harmony import */ var _endings_ending_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(935);

const cancel = new AbortController();
for (const name of _endings_ending_js__WEBPACK_IMPORTED_MODULE_0__/* .CANCEL_SIGNALS */ .DH) {
  process.on(name, () => {
    cancel.abort(name);
  });
}
const cancellation = cancel.signal;
function neverBlock(stream) {
  stream._handle?.setBlocking?.(false);
}
function flushed(stream, limitMs) {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, limitMs);
    stream.write('', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
const LAST_LIMIT_MS = 1_000;
function beginProcess({ redCode, streams, reportUnforeseen, reportTo }) {
  process.exitCode = redCode;
  for (const name of streams) {
    neverBlock(process[name]);
    process[name].on('error', () => undefined);
  }
  let unforeseen = false;
  process.on('uncaughtException', thrown => {
    unforeseen = true;
    reportUnforeseen(thrown);
    void flushed(process[reportTo], LAST_LIMIT_MS).then(() => process.exit(redCode));
  });
  return async (exitCode, close) => {
    process.exitCode = unforeseen ? redCode : exitCode;
    const last = [close(), ...streams.map(name => flushed(process[name], LAST_LIMIT_MS))];
    await Promise.race([Promise.all(last), systemClock.sleep(LAST_LIMIT_MS)]);
    if (unforeseen)
      process.exitCode = redCode;
    return process.exit();
  };
}
const LONGEST_TIMER_MS = 2 ** 31 - 1;
const systemClock = {
  nowMs: () => Math.floor(uptimeMs()),
  wallMs: () => new Date().getTime(),
  async sleep(durationMs, signal) {
    const endMs = uptimeMs() + durationMs;
    while (signal?.aborted !== true) {
      const leftMs = endMs - uptimeMs();
      if (leftMs <= 0)
        return;
      await timer(Math.min(Math.ceil(leftMs), LONGEST_TIMER_MS), signal);
    }
  },
  async turn() {
    await immediate();
    await immediate();
  },
};
function uptimeMs() {
  return process.uptime() * 1_000;
}
function immediate() {
  return new Promise(resolve => setImmediate(resolve));
}
function timer(durationMs, signal) {
  return new Promise(resolve => {
    const done = () => {
      clearTimeout(handle);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const handle = setTimeout(done, durationMs);
    signal?.addEventListener('abort', done, { once: true });
  });
}


/***/ }),

/***/ 6168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: () => (undiciTransport)
});

// EXTERNAL MODULE: ./build/src/http/transport.js
var transport = __nccwpck_require__(3811);
// EXTERNAL MODULE: ./build/src/inputs/proxies.js
var proxies = __nccwpck_require__(7715);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
// EXTERNAL MODULE: ./build/node_modules/undici/index.js
var undici = __nccwpck_require__(7723);
;// CONCATENATED MODULE: ./build/src/platform/connections.js
const NEXT_AFTER_MS = 250;
function connectToAny(addresses, port, signal) {
  return new Promise((resolve, reject) => {
    const left = inTurns(addresses);
    const attempts = new Set();
    const errors = [];
    let timer;
    let over = false;
    const end = (winner) => {
      over = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
      for (const attempt of attempts)
        if (attempt !== winner)
          attempt.destroy();
    };
    const fail = (reason) => {
      end();
      reject(reason instanceof Error ? reason : new Error(String(reason)));
    };
    const giveUp = () => {
      fail(signal.reason);
    };
    const tryNext = () => {
      clearTimeout(timer);
      const address = left.shift();
      if (address === undefined) {
        if (attempts.size === 0)
          fail(errors[0] ?? new Error('the host has no address'));
        return;
      }
      const attempt = (0,external_node_net_.connect)({ host: address, port, noDelay: true, keepAlive: true });
      attempts.add(attempt);
      attempt.once('connect', () => {
        end(attempt);
        resolve(attempt);
      });
      attempt.on('error', error => {
        attempts.delete(attempt);
        errors.push(error);
        if (!over)
          tryNext();
      });
      if (left.length > 0)
        timer = setTimeout(tryNext, NEXT_AFTER_MS);
    };
    if (signal.aborted) {
      giveUp();
      return;
    }
    signal.addEventListener('abort', giveUp);
    tryNext();
  });
}
function inTurns(addresses) {
  const isIPv6 = (address = '') => address.includes(':');
  const first = addresses.filter(address => isIPv6(address) === isIPv6(addresses[0]));
  const others = addresses.filter(address => !first.includes(address));
  const longest = Math.max(first.length, others.length);
  return Array.from({ length: longest }, (_, index) => [first[index], others[index]])
    .flat()
    .filter(address => address !== undefined);
}
async function openConnection(url, route, resolver, signal) {
  const hop = route.kind === 'proxy' ? new URL(route.url) : url;
  const tcp = await connectToAny(await resolver.resolve((0,proxies/* plainHost */.jV)(hop.hostname), signal), portOf(hop), signal);
  const giveUp = () => {
    tcp.destroy();
  };
  signal.addEventListener('abort', giveUp);
  try {
    signal.throwIfAborted();
    const toHop = hop.protocol === 'https:' ? await secured(tcp, hop) : tcp;
    if (route.kind === 'direct')
      return toHop;
    const tunnel = await tunnelled(toHop, url, hop);
    return url.protocol === 'https:' ? await secured(tunnel, url) : tunnel;
  }
  catch (error) {
    tcp.destroy();
    throw signal.aborted ? signal.reason : error;
  }
  finally {
    signal.removeEventListener('abort', giveUp);
  }
}
function portOf({ port, protocol }) {
  return Number(port || (protocol === 'https:' ? 443 : 80));
}
function secured(socket, url) {
  return new Promise((resolve, reject) => {
    const host = (0,proxies/* plainHost */.jV)(url.hostname);
    const tls = process.getBuiltinModule('node:tls').connect({
      socket,
      host,
      ...((0,external_node_net_.isIP)(host) === 0 ? { servername: host } : {}),
      ALPNProtocols: ['http/1.1'],
      rejectUnauthorized: true,
    });
    tls.once('secureConnect', () => {
      resolve(tls);
    });
    tls.on('error', reject);
    tls.once('close', () => {
      reject(new Error('the connection was closed during the TLS handshake'));
    });
  });
}
function tunnelled(socket, { hostname, port, protocol }, proxy) {
  return new Promise((resolve, reject) => {
    const authority = `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`;
    const request = process.getBuiltinModule('node:http').request({
      method: 'CONNECT',
      path: authority,
      headers: { host: authority, 'proxy-connection': 'keep-alive', ...credentialsFor(proxy) },
      createConnection: () => socket,
    });
    request.once('connect', ({ statusCode = 0 }, _, head) => {
      if (statusCode < 200 || statusCode > 299) {
        reject(new Error(`the proxy answered CONNECT ${authority} with HTTP ${statusCode}`));
        return;
      }
      if (head.length > 0)
        socket.unshift(head);
      resolve(socket);
    });
    request.on('error', reject);
    request.once('close', () => {
      reject(new Error('the proxy closed the connection without an answer'));
    });
    request.end();
  });
}
function credentialsFor({ username, password }) {
  if (`${username}${password}` === '')
    return {};
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(credentials).toString('base64')}` };
}
const KNOWN_FLAG = /^v2[0-4]\./u;
function keepParserAsItIs() {
  if (KNOWN_FLAG.test(process.version)) {
    process.getBuiltinModule('node:v8').setFlagsFromString('--wasm-tiering-budget=2000000000');
  }
}
class Lines {
  #resolver;
  #all = new Set();
  #idle = new Map();
  #keys = new WeakMap();
  constructor(resolver) {
    this.#resolver = resolver;
  }
  take(url, route) {
    const key = [url.origin, route.kind, route.kind === 'proxy' ? route.url : ''].join(' ');
    const line = this.#idle.get(key)?.pop() ?? this.#open(url, route);
    this.#keys.set(line, key);
    return line;
  }
  giveBack(line) {
    const key = this.#keys.get(line) ?? '';
    const idle = this.#idle.get(key) ?? [];
    this.#idle.set(key, [...idle, line]);
  }
  async destroy() {
    await Promise.all([...this.#all].map(line => line.destroy()));
    this.#idle.clear();
  }
  #open(url, route) {
    if (this.#all.size === 0)
      keepParserAsItIs();
    const stop = new AbortController();
    const client = new undici.Client(url.origin, {
      connect: (_, callback) => {
        openConnection(url, route, this.#resolver, stop.signal).then(socket => {
          callback(null, socket);
        }, (error) => {
          callback(new Error('no connection', { cause: error }), null);
        });
      },
      headersTimeout: 0,
      bodyTimeout: 0,
      pipelining: 1,
    });
    const line = {
      client,
      destroy: async () => {
        this.#all.delete(line);
        stop.abort();
        if (!client.destroyed)
          await client.destroy();
      },
    };
    this.#all.add(line);
    return line;
  }
}
;// CONCATENATED MODULE: ./build/src/platform/resolver.js
function systemResolver() {
  const helpers = new Set();
  let current;
  const helper = () => {
    if (current?.usable !== true) {
      const started = new Helper(() => helpers.delete(started));
      helpers.add(started);
      current = started;
    }
    return current;
  };
  return {
    resolve: async (host, signal) => {
      if ((0,external_node_net_.isIP)(host) !== 0)
        return [host];
      if ((0,proxies/* isLocalhost */.M8)(host))
        return ['127.0.0.1', '::1'];
      signal.throwIfAborted();
      const reply = await answerOf(helper(), host, signal);
      if (reply.addresses.length > 0)
        return reply.addresses;
      const { code = 'ENOTFOUND', message = `getaddrinfo ${code} ${host}` } = reply;
      throw Object.assign(new Error(message), { code });
    },
    close: () => {
      for (const one of helpers)
        one.kill();
    },
  };
}
function answerOf(helper, host, signal) {
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      helper.giveUp(question.id);
      reject(signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason)));
    };
    const settle = reply => {
      if (reply === 'lost') {
        answerHere(question, resolve);
        return;
      }
      signal.removeEventListener('abort', giveUp);
      resolve(reply);
    };
    signal.addEventListener('abort', giveUp, { once: true });
    const question = helper.ask(host, settle);
  });
}
function answerHere({ id, host, options }, answer) {
  process.getBuiltinModule('node:dns').lookup(host, options, (error, addresses) => {
    answer(replyOf(id, error, addresses));
  });
}
class Helper {
  #child;
  #waiting = new Map();
  #ended;
  #asked = 0;
  #retired = false;
  constructor(ended) {
    this.#ended = ended;
    this.#child = startChild();
    this.#child?.on('message', reply => {
      this.#settle(reply.id, reply);
    });
    for (const event of ['error', 'exit', 'disconnect']) {
      this.#child?.once(event, () => {
        this.#lose();
      });
    }
    this.#child?.unref();
    this.#child?.channel?.unref();
  }
  get usable() {
    return !this.#retired;
  }
  ask(host, settle) {
    this.#asked += 1;
    const { ADDRCONFIG, getDefaultResultOrder } = process.getBuiltinModule('node:dns');
    const hints = process.platform === 'win32' ? 0 : ADDRCONFIG;
    const options = { all: true, hints, order: getDefaultResultOrder() };
    const question = { id: this.#asked, host, options };
    this.#waiting.set(question.id, settle);
    if (this.#child?.connected !== true) {
      queueMicrotask(() => {
        this.#lose();
      });
      return question;
    }
    this.#child.send(question, error => {
      if (error !== null)
        this.#lose();
    });
    return question;
  }
  giveUp(id) {
    if (!this.#waiting.delete(id))
      return;
    this.#retired = true;
    if (this.#waiting.size === 0)
      this.kill();
  }
  kill() {
    this.#retired = true;
    this.#waiting.clear();
    this.#child?.kill('SIGKILL');
  }
  #settle(id, reply) {
    const settle = this.#waiting.get(id);
    this.#waiting.delete(id);
    settle?.(reply);
    if (this.#retired && this.#waiting.size === 0)
      this.kill();
  }
  #lose() {
    this.#retired = true;
    this.#ended();
    for (const id of [...this.#waiting.keys()])
      this.#settle(id, 'lost');
    this.#child?.kill('SIGKILL');
  }
}
function startChild() {
  const program = `(${String(answerQuestions)})(${String(replyOf)})`;
  try {
    return process.getBuiltinModule('node:child_process').spawn(process.execPath, ['-e', program], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      windowsHide: true,
    });
  }
  catch {
    return undefined;
  }
}
function replyOf(id, error, addresses) {
  if (error !== null)
    return { id, addresses: [], code: error.code, message: error.message };
  return { id, addresses: (addresses ?? []).map(({ address }) => address) };
}
function answerQuestions(toReply) {
  const dns = process.getBuiltinModule('node:dns');
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'])
    process.on(name, () => undefined);
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  process.on('message', message => {
    const { id, host, options } = message;
    dns.lookup(host, options, (error, addresses) => {
      process.send?.(toReply(id, error, addresses));
    });
  });
}

// EXTERNAL MODULE: ./build/src/platform/process.js
var platform_process = __nccwpck_require__(788);
;// CONCATENATED MODULE: ./build/src/platform/undici-transport.js
const LARGEST_BODY_BYTES = 8 * 1024 * 1024;
function undiciTransport(env = process.env, resolver = systemResolver()) {
  const lines = new Lines(resolver);
  return {
    send: async (request, signal) => {
      const url = new URL(request.url);
      if (url.protocol !== 'https:' && !(0,proxies/* isLoopback */.U9)(url.hostname) && request.direct !== true) {
        throw new transport/* TransportError */.wX('network', `${url.host}: not called, since http:// is not encrypted`, undefined, true);
      }
      signal.throwIfAborted();
      const line = lines.take(url, request.direct === true ? proxies/* DIRECT */.yc : (0,proxies/* routeTo */.Bv)(env, url));
      const giveUp = () => void line.destroy();
      signal.addEventListener('abort', giveUp);
      try {
        const answer = await send(line.client, url, request, signal);
        lines.giveBack(line);
        return answer;
      }
      catch (error) {
        void line.destroy();
        throw error instanceof transport/* TransportError */.wX ? error : translate(error, url.host);
      }
      finally {
        signal.removeEventListener('abort', giveUp);
      }
    },
    close: async () => {
      resolver.close();
      await lines.destroy();
    },
  };
}
async function send(client, url, request, signal) {
  const answer = await client.request({
    path: `${url.pathname}${url.search}`,
    method: request.method,
    headers: { ...request.headers, 'accept-encoding': 'identity' },
    body: request.body ?? null,
    signal,
  });
  const body = await readBody(answer.body, url.host);
  await ownTurn();
  return { status: answer.statusCode, headers: firstValues(answer.headers), body };
}
let lastTurn = Promise.resolve();
function ownTurn() {
  lastTurn = lastTurn.then(() => platform_process/* systemClock */.ml.turn());
  return lastTurn;
}
async function readBody(body, host) {
  const chunks = [];
  let bytes = 0;
  for await (const chunk of body) {
    const buffer = chunk;
    bytes += buffer.length;
    if (bytes > LARGEST_BODY_BYTES) {
      body.destroy();
      const detail = { kind: 'too-large', host, limitBytes: LARGEST_BODY_BYTES };
      throw new transport/* TransportError */.wX('too-large', '', detail);
    }
    chunks.push(buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}
function firstValues(headers) {
  return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => {
    const first = Array.isArray(value) ? value[0] : value;
    return first === undefined ? [] : [[name.toLowerCase(), first]];
  }));
}
const CERTIFICATE_CODES = /^(?:ERR_TLS_CERT_|CERT_|SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET|DECODE)|HOSTNAME_MISMATCH|INVALID_(?:CA|PURPOSE)|PATH_LENGTH_EXCEEDED)/u;
function failureOf(code) {
  if (CERTIFICATE_CODES.test(code))
    return 'certificate';
  return code === 'ENOTFOUND' ? 'unknown-host' : 'network';
}
function translate(error, host) {
  const { code, message, syscall } = innermost(error);
  const failure = failureOf(code);
  const reason = code === '' || message.includes(code) ? message : `${message} (${code})`;
  const neverSent = failure !== 'network' || code.startsWith('EAI_') || syscall === 'connect';
  return new transport/* TransportError */.wX(failure, `${host}: ${reason}`, undefined, neverSent);
}
function isError(value) {
  return value instanceof Error || Object.prototype.toString.call(value) === '[object Error]';
}
function innermost(error) {
  if (!isError(error))
    return { code: '', message: String(error), syscall: '' };
  if ('errors' in error && Array.isArray(error.errors) && error.errors.length > 0) {
    return innermost(error.errors[0]);
  }
  if (isError(error.cause))
    return innermost(error.cause);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const syscall = 'syscall' in error && typeof error.syscall === 'string' ? error.syscall : '';
  return { code, message: error.message, syscall };
}


/***/ }),

/***/ 1271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  j: () => (heartbeat),
  u: () => (within)
});
async function within(clock, limitMs, signal, work) {
  if (signal.aborted)
    return { kind: 'aborted' };
  const stop = new AbortController();
  const timer = new AbortController();
  try {
    const working = work(AbortSignal.any([signal, stop.signal]));
    working.catch(() => undefined);
    return await Promise.race([
      working.then((value) => ({ kind: 'done', value })),
      clock
        .sleep(limitMs, AbortSignal.any([signal, timer.signal]))
        .then(() => (signal.aborted ? { kind: 'aborted' } : { kind: 'timed-out' })),
    ]);
  }
  finally {
    timer.abort();
    stop.abort();
  }
}
async function heartbeat(clock, everyMs, signal, beat) {
  for (;;) {
    await clock.sleep(everyMs, signal);
    if (signal.aborted)
      return;
    beat();
  }
}


/***/ }),

/***/ 5594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  Th: () => (errorAnnotations),
  V2: () => (gistLines),
  jP: () => (annotationReporter)
});
/* unused harmony export errorAnnotation */
/* harmony import */ var _endings_ending_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(935);
/* harmony import */ var _rollout_reading_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9323);
/* harmony import */ var _rollout_statuses_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(525);
/* harmony import */ var _rollout_verdicts_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1393);
/* harmony import */ var _text_clean_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7228);
/* harmony import */ var _text_parts_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(239);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(1495);







const LONGEST_WHY = 1_000;
const LONGEST_TITLE = 200;
function gistLines(report, words, longestWhy = LONGEST_WHY) {
  const { why, now, todo, rollbackCommand, consoleUrl, otherOrder } = report;
  const { report: labels, colon } = words;
  const command = rollbackCommand === undefined ? [] : [`${labels[(0,_model_js__WEBPACK_IMPORTED_MODULE_5__/* .undoLabel */ .DS)(report.verdict)]}${colon}${rollbackCommand}`];
  const steps = todo.map((step, index) => (todo.length < 2 ? step : `${index + 1}. ${step}`));
  const parts = [
    [labels.why, why.map(line => (0,_text_clean_js__WEBPACK_IMPORTED_MODULE_4__/* .cutText */ .IN)(line, longestWhy))],
    [labels.now, now],
    [labels.todo, [...steps, ...command]],
    [labels.fact.changeOrder, (0,_text_parts_js__WEBPACK_IMPORTED_MODULE_6__/* .present */ .E)(consoleUrl)],
    [otherOrder === undefined ? '' : labels[otherOrder.kind], (0,_text_parts_js__WEBPACK_IMPORTED_MODULE_6__/* .present */ .E)(otherOrder?.url)],
  ];
  return parts.flatMap(([label, lines]) => lines.map((line, index) => (index === 0 ? `${label}${colon}${line}` : `  ${line}`)));
}
function errorAnnotation(report, words, label = '') {
  const title = (0,_text_clean_js__WEBPACK_IMPORTED_MODULE_4__/* .cutText */ .IN)((0,_text_parts_js__WEBPACK_IMPORTED_MODULE_6__/* .joined */ .o)(' ', label, report.title), LONGEST_TITLE);
  const named = report.name === undefined && label === '' ? title : `SAE · ${title}`;
  return { title: named, message: gistLines(report, words).join('\n') };
}
const MOST_ORDERS = 9;
function errorAnnotations(reports, words) {
  const labelled = reports.map((report, index) => ({ report, label: (0,_model_js__WEBPACK_IMPORTED_MODULE_5__/* .orderLabel */ .dp)(index, reports.length) }));
  const red = labelled.filter(({ report }) => !report.green);
  const worst = new Set(red.toSorted((a, b) => rank(a.report) - rank(b.report)).slice(0, MOST_ORDERS));
  const shown = red
    .filter(one => worst.has(one))
    .map(({ report, label }) => errorAnnotation(report, words, label));
  return red.length === shown.length ? shown : [...shown, words.report.moreRed(red.length - shown.length)];
}
function rank({ verdict = 'succeeded' }) {
  return (0,_rollout_verdicts_js__WEBPACK_IMPORTED_MODULE_3__/* .severityRank */ .qs)(verdict);
}
function annotationReporter(toolkit, words, label = '') {
  const warned = new Set();
  const labelled = (text) => (0,_text_parts_js__WEBPACK_IMPORTED_MODULE_6__/* .joined */ .o)(' ', label, text);
  return {
    noted: note => {
      if (!_endings_ending_js__WEBPACK_IMPORTED_MODULE_0__/* .NOTICES */ .ku.includes(note.kind))
        return;
      const { title, text } = words.note(note);
      toolkit.notice({ title, message: labelled(text) });
    },
    polled: ({ last }) => {
      if (last?.kind !== 'read' || (0,_rollout_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .readingOf */ .M)(last.order, last.dated).kind !== 'undecided')
        return;
      for (const [key, { title, message }] of warningsFor(last.order, words)) {
        if (warned.has(key))
          continue;
        warned.add(key);
        toolkit.warning({ title, message: labelled(message) });
      }
    },
  };
}
function warningsFor({ status, subStatus, changeOrderId, appName, approvalId }, { warning }) {
  const manualStep = (0,_rollout_statuses_js__WEBPACK_IMPORTED_MODULE_2__/* .manualStepOf */ .U1)(status);
  const warnings = [];
  if (manualStep === 'release') {
    warnings.push(['release', warning.releaseTitle, warning.release(changeOrderId, appName)]);
  }
  if (manualStep === 'approval') {
    warnings.push(['approval', warning.approvalTitle, warning.approval(changeOrderId, approvalId)]);
  }
  const title = warning.unknownStatusTitle;
  if ((0,_rollout_statuses_js__WEBPACK_IMPORTED_MODULE_2__/* .statusName */ .Er)(status) === undefined) {
    warnings.push([`status ${status}`, title, warning.unknownStatus('Status', status)]);
  }
  if (subStatus !== undefined && subStatus !== 0 && subStatus !== 1) {
    warnings.push([`sub-status ${subStatus}`, title, warning.unknownStatus('SubStatus', subStatus)]);
  }
  return warnings.map(([key, title, message]) => [key, { title, message }]);
}


/***/ }),

/***/ 1448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  AR: () => (batchBlock),
  Be: () => (batchLine),
  PL: () => (NO_BATCHES),
  _Z: () => (shownBatches)
});
/* unused harmony exports batchBars, batchRows, batchState */
/* harmony import */ var _rollout_change_order_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2186);
/* harmony import */ var _rollout_statuses_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(525);
/* harmony import */ var _text_clean_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7228);
/* harmony import */ var _words_format_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2384);
/* harmony import */ var _words_facts_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7636);
/* harmony import */ var _text_parts_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(239);
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(7111);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(9745);








const REPORT_CELLS = 20;
function batchBars(batches, nowWallMs, places = [...batches.keys()], cells = REPORT_CELLS) {
  let fromMs = Infinity;
  let toMs = -Infinity;
  for (const batch of batches) {
    const span = spanOf(batch, nowWallMs);
    if (span === undefined)
      continue;
    fromMs = Math.min(fromMs, span.startMs);
    toMs = Math.max(toMs, span.endMs);
  }
  const lengthMs = Math.max(1, toMs - fromMs);
  return places.map(place => {
    const batch = batches[place];
    const span = batch && spanOf(batch, nowWallMs);
    if (span === undefined)
      return '░'.repeat(cells);
    const first = Math.min(cells - 1, Math.floor(((span.startMs - fromMs) / lengthMs) * cells));
    const end = Math.max(first + 1, Math.round(((span.endMs - fromMs) / lengthMs) * cells));
    const waited = Math.min(first, Math.floor((waitBefore(batches, place, nowWallMs) / lengthMs) * cells));
    return ('░'.repeat(first - waited) + '▒'.repeat(waited) + '█'.repeat(end - first) + '░'.repeat(cells - end));
  });
}
function spanOf(batch, nowWallMs) {
  const { startMs } = batch;
  if (startMs === undefined)
    return undefined;
  return { startMs, endMs: startMs + ((0,_rollout_change_order_js__WEBPACK_IMPORTED_MODULE_0__/* .batchLastsMs */ .At)(batch, nowWallMs) ?? 0) };
}
function waitBefore(batches, place, nowWallMs) {
  const before = batches[place - 1];
  const endMs = before && spanOf(before, nowWallMs)?.endMs;
  const startMs = batches[place]?.startMs;
  return startMs === undefined || endMs === undefined ? 0 : Math.max(0, startMs - endMs);
}
const NEXT = ' ── ';
const MOST_STRETCHES = 7;
function batchLine(order, words) {
  const stretches = [];
  for (const [index, batch] of order.batches.entries()) {
    const text = batchState(batch, words);
    const last = stretches.at(-1);
    if (last?.text === text)
      last.to = index + 1;
    else
      stretches.push({ from: index + 1, to: index + 1, text, mark: _state_js__WEBPACK_IMPORTED_MODULE_6__/* .MARKS */ .j7[(0,_rollout_statuses_js__WEBPACK_IMPORTED_MODULE_1__/* .signOf */ .rL)(batch.status)] });
  }
  const total = (0,_rollout_change_order_js__WEBPACK_IMPORTED_MODULE_0__/* .batchTotal */ .ri)(order);
  const told = stretches.map(({ from, to, text, mark }) => {
    const said = mark === _state_js__WEBPACK_IMPORTED_MODULE_6__/* .MARKS */ .j7.succeeded || mark === _state_js__WEBPACK_IMPORTED_MODULE_6__/* .MARKS */ .j7.failed ? '' : ` ${text}`;
    const place = from === to || to - from + 1 === total ? to : `${from}–${to}`;
    return `${mark} ${place}/${total}${said}`;
  });
  const more = told.length > MOST_STRETCHES ? ['…'] : [];
  return [...told.slice(0, MOST_STRETCHES), ...more].join(NEXT);
}
const LONGEST_NAME = 80;
const LEAST_WAIT_MS = 5_000;
const MOST_ROWS = 100;
const MOST_OPEN_ROWS = 12;
const NO_BATCHES = { count: 0, open: [], folded: [] };
function shownBatches(order, nowWallMs, words) {
  const count = order.batches.length;
  const rows = (places) => batchRows(order, places, nowWallMs, words);
  if (count <= MOST_OPEN_ROWS)
    return { count, open: rows([...order.batches.keys()]), folded: [] };
  const first = Array.from({ length: Math.min(count, MOST_ROWS) }, (_, place) => place);
  return { count, open: rows(eventfulPlaces(order.batches)), folded: rows(first) };
}
function batchRows(order, places, nowWallMs, words, cells = REPORT_CELLS) {
  const bars = batchBars(order.batches, nowWallMs, places, cells);
  return places.flatMap((place, index) => {
    const batch = order.batches[place];
    if (batch === undefined)
      return [];
    const number = place + 1;
    const waitMs = waitBefore(order.batches, place, nowWallMs);
    const tookMs = (0,_rollout_change_order_js__WEBPACK_IMPORTED_MODULE_0__/* .batchLastsMs */ .At)(batch, nowWallMs);
    return {
      label: `${number}/${(0,_rollout_change_order_js__WEBPACK_IMPORTED_MODULE_0__/* .batchTotal */ .ri)(order)}`,
      name: nameOf(batch, number),
      mark: _state_js__WEBPACK_IMPORTED_MODULE_6__/* .MARKS */ .j7[(0,_rollout_statuses_js__WEBPACK_IMPORTED_MODULE_1__/* .signOf */ .rL)(batch.status)],
      state: batchState(batch, words),
      start: batch.startMs === undefined ? '–' : (0,_words_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatTime */ .fU)(batch.startMs).slice(11, 19),
      took: tookMs === undefined ? '–' : words.duration(Math.max(1_000, tookMs)),
      waited: waitMs < LEAST_WAIT_MS ? undefined : words.report.waitedBefore(waitMs),
      bar: bars[index] ?? '',
    };
  });
}
function batchState(batch, words) {
  const { status } = batch;
  return status === undefined || !(0,_rollout_change_order_js__WEBPACK_IMPORTED_MODULE_0__/* .hasBegun */ .SU)(batch) ? words.report.notBegun : (0,_words_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .statusText */ .qS)(status, words);
}
function eventfulPlaces(batches) {
  const isEventful = (batch) => batch !== undefined && !isSettled(batch);
  const places = [];
  for (let place = 0; place < batches.length && places.length < MOST_OPEN_ROWS; place++) {
    const near = [batches[place - 1], batches[place], batches[place + 1]];
    if (near.some(isEventful))
      places.push(place);
  }
  return places;
}
function nameOf({ name }, number) {
  const isOnlyNumber = new RegExp(`^(?:Batch ${number} Change|第 ?${number} ?批变更)$`, 'u');
  return name === undefined || isOnlyNumber.test(name) ? undefined : (0,_text_clean_js__WEBPACK_IMPORTED_MODULE_2__/* .cutText */ .IN)(name, LONGEST_NAME);
}
function isSettled(batch) {
  return batch.status === undefined || !(0,_rollout_change_order_js__WEBPACK_IMPORTED_MODULE_0__/* .hasBegun */ .SU)(batch) || (0,_rollout_statuses_js__WEBPACK_IMPORTED_MODULE_1__/* .hasSucceeded */ .yO)(batch.status);
}
function batchBlock({ count, open, folded: first }, words) {
  return (0,_text_parts_js__WEBPACK_IMPORTED_MODULE_7__/* .joined */ .o)('\n', open.length > 0 && batchTable(open, words), first.length > 0 &&
    (0,_html_js__WEBPACK_IMPORTED_MODULE_5__/* .folded */ .TM)((0,_html_js__WEBPACK_IMPORTED_MODULE_5__/* .htmlText */ .js)(words.report.allBatches(count)), [batchTable(first, words, count - first.length)]), count > 0 && `<p><sub>${(0,_html_js__WEBPACK_IMPORTED_MODULE_5__/* .htmlText */ .js)(words.report.legend)}</sub></p>`);
}
function batchTable(batches, words, more = 0) {
  const { batch, state, start, duration, bar } = words.report.batchColumn;
  const rows = batches.map(one => [
    (0,_html_js__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)((0,_text_parts_js__WEBPACK_IMPORTED_MODULE_7__/* .joined */ .o)(' ', (0,_html_js__WEBPACK_IMPORTED_MODULE_5__/* .htmlText */ .js)(one.label), one.name !== undefined && (0,_html_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(one.name))),
    (0,_html_js__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)(`${one.mark} ${(0,_html_js__WEBPACK_IMPORTED_MODULE_5__/* .htmlText */ .js)(one.state)}`, true),
    (0,_html_js__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)((0,_text_parts_js__WEBPACK_IMPORTED_MODULE_7__/* .joined */ .o)('<br>', (0,_html_js__WEBPACK_IMPORTED_MODULE_5__/* .htmlText */ .js)(one.took), one.waited && (0,_html_js__WEBPACK_IMPORTED_MODULE_5__/* .htmlText */ .js)(one.waited)), true),
    (0,_html_js__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)((0,_html_js__WEBPACK_IMPORTED_MODULE_5__/* .htmlText */ .js)(one.start), true),
    (0,_html_js__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)((0,_html_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(one.bar)),
  ]);
  const head = [batch, state, duration, start, bar].map(column => (0,_html_js__WEBPACK_IMPORTED_MODULE_5__/* .heading */ .R_)(column));
  const note = `<td colspan="5">${(0,_html_js__WEBPACK_IMPORTED_MODULE_5__/* .htmlText */ .js)(words.report.moreBatches(more))}</td>`;
  return (0,_html_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)([head, ...rows, ...(more > 0 ? [[note]] : [])].map(_html_js__WEBPACK_IMPORTED_MODULE_5__/* .row */ .nM));
}


/***/ }),

/***/ 8721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  Fz: () => (rootCauseText),
  R8: () => (evidenceHtml),
  YM: () => (adviceText),
  dc: () => (diagnosisLines),
  mU: () => (shortCause)
});
/* unused harmony exports gapText, isEmpty */
/* harmony import */ var _diagnosis_diagnosis_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7814);
/* harmony import */ var _diagnosis_known_causes_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2797);
/* harmony import */ var _text_clean_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7228);
/* harmony import */ var _text_parts_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(239);
/* harmony import */ var _words_format_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2384);
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7111);






const LONGEST_ROOT_CAUSE = 800;
const LONGEST_SHORT = 80;
const ADDRESS = /(?: (?:Details|详情|查看详情))?[ (（]*https?:\/\/[^\s)）]*[)）]?/gu;
const ERROR_CODE = /^EDAS-\d+[:： ] ?/u;
function gistOf(text, { diagnosis }) {
  const probe = (0,_diagnosis_known_causes_js__WEBPACK_IMPORTED_MODULE_1__/* .failedProbe */ .Ms)(text);
  if (probe !== undefined)
    return diagnosis.probe(probe.kind, probe.target, probe.answer);
  const short = text.replace(ADDRESS, '').replace(ERROR_CODE, '').trim();
  return diagnosis.translated(short === '' ? text : short);
}
function rootCauseText(diagnosis, words) {
  const cause = (0,_diagnosis_diagnosis_js__WEBPACK_IMPORTED_MODULE_0__/* .rootCause */ .e)(diagnosis);
  switch (cause?.kind) {
    case undefined:
      return undefined;
    case 'task': {
      const { error, state } = cause.task;
      if (error === undefined && state === 'terminated')
        return undefined;
      return (0,_text_clean_js__WEBPACK_IMPORTED_MODULE_2__/* .cutText */ .IN)(gistOf(error ?? words.diagnosis.task(cause.task), words), LONGEST_ROOT_CAUSE);
    }
    case 'instance': {
      const group = instanceGroups(diagnosis, words).find(({ members }) => members.includes(cause.instance));
      const { text = '', members = [] } = group ?? {};
      return (0,_text_clean_js__WEBPACK_IMPORTED_MODULE_2__/* .cutText */ .IN)(words.diagnosis.says(text, members.length), LONGEST_ROOT_CAUSE);
    }
    case 'event':
      return (0,_text_clean_js__WEBPACK_IMPORTED_MODULE_2__/* .cutText */ .IN)(eventGist(cause.event, words), LONGEST_ROOT_CAUSE);
  }
}
function shortCause(diagnosis, words) {
  const pin = (0,_diagnosis_known_causes_js__WEBPACK_IMPORTED_MODULE_1__/* .pinpoint */ .SJ)(diagnosis);
  if (pin !== undefined)
    return words.diagnosis.short(pin);
  const root = (0,_diagnosis_diagnosis_js__WEBPACK_IMPORTED_MODULE_0__/* .rootCause */ .e)(diagnosis);
  const error = root?.kind === 'task' ? root.task.error : undefined;
  const text = error ?? rootCauseText(diagnosis, words);
  return text === undefined ? undefined : (0,_text_clean_js__WEBPACK_IMPORTED_MODULE_2__/* .cutText */ .IN)(gistOf(text, words), LONGEST_SHORT);
}
function adviceText(diagnosis, words) {
  const pin = (0,_diagnosis_known_causes_js__WEBPACK_IMPORTED_MODULE_1__/* .pinpoint */ .SJ)(diagnosis);
  return pin && words.diagnosis.advice(pin);
}
function instanceGroups({ instances }, words) {
  const groups = new Map();
  for (const instance of instances) {
    const { containerStatus, healthStatus, unhealthyMessage } = instance;
    const state = containerStatus === 'Running' ? undefined : containerStatus;
    const said = unhealthyMessage ?? healthStatus;
    const text = (0,_text_parts_js__WEBPACK_IMPORTED_MODULE_5__/* .joined */ .o)(': ', state, said && gistOf(said, words)) || '–';
    const key = text.replace(/\d+/gu, '#');
    const group = groups.get(key) ?? { text, members: [] };
    group.members.push(instance);
    groups.set(key, group);
  }
  return [...groups.values()];
}
function instanceLines(diagnosis, words) {
  return instanceGroups(diagnosis, words).map(({ text, members }) => {
    const { containerStatus, healthStatus } = members[0] ?? {};
    const restarts = Math.max(0, ...members.map(one => one.restarts ?? 0));
    const names = (0,_words_format_js__WEBPACK_IMPORTED_MODULE_3__/* .distinctEnds */ .L_)(members.map(({ instanceId }) => instanceId)).join(', ');
    const states = (0,_text_parts_js__WEBPACK_IMPORTED_MODULE_5__/* .joined */ .o)(', ', containerStatus, healthStatus);
    const facts = words.aside(states, restarts > 0 && words.diagnosis.restarts(restarts));
    return `${words.diagnosis.says(text, members.length)}${words.colon}${names}${facts}`;
  });
}
function eventGist({ reason, message, causeAnalysis }, words) {
  const said = message ?? causeAnalysis;
  return (0,_text_parts_js__WEBPACK_IMPORTED_MODULE_5__/* .joined */ .o)(': ', reason, said && gistOf(said, words)) || '–';
}
function gapText(gap, words) {
  return words.diagnosis.gap(gap, _diagnosis_diagnosis_js__WEBPACK_IMPORTED_MODULE_0__/* .DIAGNOSIS_PARTS */ .f[gap.part].map(call => `sae:${call}`));
}
function isEmpty({ tasks, instances, events, gaps }) {
  return tasks.length + instances.length + events.length + gaps.length === 0;
}
function diagnosisLines(diagnosis, words) {
  const { tasks, instances, unhealthyCount, events, gaps, log } = diagnosis;
  const said = words.diagnosis;
  const left = unhealthyCount > instances.length;
  return [
    ...(0,_text_parts_js__WEBPACK_IMPORTED_MODULE_5__/* .present */ .E)(isEmpty(diagnosis) && said.nothing),
    ...tasks.map(task => said.translated(said.task(task))),
    ...(instances.length === 0
      ? []
      : [
        `${said.instances(left ? instances.length : unhealthyCount, unhealthyCount)}${words.colon}`.trimEnd(),
      ]),
    ...instanceLines(diagnosis, words).map(line => `  ${line}`),
    ...events.map(event => said.event(event)),
    ...gaps.map(gap => `${said.gaps}${words.colon}${gapText(gap, words)}`),
    ...(log === undefined
      ? []
      : [
        `${said.log(log.instanceId, log.previous)}${words.colon}`.trimEnd(),
        ...tailOf(log, words).map(line => `  ${line}`),
      ]),
  ];
}
function tailOf({ lines }, { diagnosis }) {
  return lines.length === 0 ? [diagnosis.emptyLog] : lines;
}
function evidenceHtml(diagnosis, words, withLog) {
  const { instances, unhealthyCount, events, gaps, log } = diagnosis;
  const { diagnosis: said } = words;
  const texts = (lines) => lines.map(_html_js__WEBPACK_IMPORTED_MODULE_4__/* .htmlText */ .js);
  return (0,_text_parts_js__WEBPACK_IMPORTED_MODULE_5__/* .joined */ .o)('\n', isEmpty(diagnosis) && `<p>${(0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .htmlText */ .js)(said.nothing)}</p>`, titledList(said.instances(instances.length, unhealthyCount), texts(instanceLines(diagnosis, words))), tasksTable(diagnosis, words), titledList(said.events, events.map(event => eventItem(event, words))), titledList(said.gaps, texts(gaps.map(gap => gapText(gap, words)))), withLog && log !== undefined && logHtml(log, words));
}
function tasksTable({ tasks }, { diagnosis: said, aside }) {
  if (tasks.length === 0)
    return '';
  const cells = ({ stage, task, state, errorIgnored, error }) => [
    (0,_text_parts_js__WEBPACK_IMPORTED_MODULE_5__/* .joined */ .o)(' / ', stage, task) || '–',
    `${said.taskState[state]}${errorIgnored ? aside(said.errorIgnored) : ''}`,
    error ?? '–',
  ];
  const head = [said.column.task, said.column.state, said.column.error].map(text => (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .heading */ .R_)(text, false));
  const rows = tasks.map(one => cells(one).map(text => (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)((0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .htmlText */ .js)(said.translated(text)))));
  return `${(0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .title */ .DD)(said.tasks)}\n${(0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .table */ .tp)([head, ...rows].map(_html_js__WEBPACK_IMPORTED_MODULE_4__/* .row */ .nM))}`;
}
function eventItem(event, words) {
  const { reason, objectKind, objectName, message, causeAnalysis } = event;
  const at = event.lastMs ?? event.firstMs;
  const head = (0,_text_parts_js__WEBPACK_IMPORTED_MODULE_5__/* .joined */ .o)(' · ', at !== undefined && (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .htmlText */ .js)((0,_words_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatTime */ .fU)(at).slice(11)), (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(reason ?? '–'), objectKind && (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .htmlText */ .js)(objectKind), objectName && (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(objectName));
  const analysis = causeAnalysis && `<em>${(0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .htmlText */ .js)(words.diagnosis.translated(causeAnalysis))}</em>`;
  return (0,_text_parts_js__WEBPACK_IMPORTED_MODULE_5__/* .joined */ .o)('<br>', head, message && (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .htmlText */ .js)(gistOf(message, words)), analysis);
}
function logHtml(log, words) {
  const html = tailOf(log, words).map(line => (line.trim() === '' ? '&nbsp;' : (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .htmlText */ .js)(line)));
  return `${(0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .title */ .DD)(words.diagnosis.log(log.instanceId, log.previous))}\n<pre>${html.join('\n')}</pre>`;
}
function titledList(text, items) {
  return items.length === 0 ? '' : `${(0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .title */ .DD)(text)}\n${(0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)(items)}`;
}


/***/ }),

/***/ 853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  hg: () => (endReports),
  LX: () => (tellEnding),
  gF: () => (tellUnforeseen)
});

// EXTERNAL MODULE: ./build/src/endings/ending.js
var ending = __nccwpck_require__(935);
// EXTERNAL MODULE: ./build/src/text/clean.js
var clean = __nccwpck_require__(7228);
// EXTERNAL MODULE: ./build/src/text/parts.js
var parts = __nccwpck_require__(239);
// EXTERNAL MODULE: ./build/src/words/facts.js
var facts = __nccwpck_require__(7636);
// EXTERNAL MODULE: ./build/src/report/annotations.js
var annotations = __nccwpck_require__(5594);
// EXTERNAL MODULE: ./build/src/report/diagnosis.js
var report_diagnosis = __nccwpck_require__(8721);
// EXTERNAL MODULE: ./build/src/report/html.js
var html = __nccwpck_require__(7111);
// EXTERNAL MODULE: ./build/src/undo/undo.js
var undo_undo = __nccwpck_require__(6028);
;// CONCATENATED MODULE: ./build/src/report/json.js
const SCHEMA_VERSION = 1;

const MOST_BATCHES = 50_000;
function reportJson(step, version) {
  return `${JSON.stringify(reportValue(step, version), undefined, 2)}\n`;
}
function reportValue({ outcomes, worst }, version) {
  const mostBatches = Math.floor(MOST_BATCHES / Math.max(1, outcomes.length));
  return {
    schemaVersion: SCHEMA_VERSION,
    version,
    verdict: worst.verdict,
    orders: outcomes.map(outcome => jsonOutcome(outcome, mostBatches)),
  };
}
function jsonOutcome(outcome, mostBatches) {
  const { verdict, cause, subject, progress, waitedMs, startedMs, endedWallMs, verification, undo } = outcome;
  const { order, timeline } = progress;
  const batches = order?.batches ?? [];
  return {
    verdict,
    cause: cause.kind,
    [(0,ending/* taskOf */.Xb)(subject) === 'gate' ? 'changeOrderId' : 'blockingOrderId']: subject.changeOrderId,
    appId: order?.appId ?? subject.appId,
    regionId: subject.regionId,
    status: order?.status,
    subStatus: order?.subStatus,
    batchCount: order?.batchCount,
    supportRollback: order?.supportRollback,
    waitedMs,
    endedAtMs: endedWallMs,
    ...jsonUndo(undo),
    looks: progress.polls,
    throttles: progress.throttles,
    faultsSurvived: progress.faults,
    verified: verification?.verified,
    bakedMs: verification?.bakedMs,
    running: verification?.running && jsonRunning(verification.running),
    batches: batches.slice(0, mostBatches).map(({ status, startMs, updateMs }, index) => ({
      number: index + 1,
      status,
      startMs,
      updateMs,
    })),
    batchesLeftOut: Math.max(0, batches.length - mostBatches),
    timeline: timeline.changes.map(change => jsonChange(change, startedMs)),
    timelineLeftOut: timeline.leftOut,
  };
}
const MOST_INSTANCES = 1_000;
const ID = /^[\w.-]{1,200}$/u;
const STATE = /^[A-Za-z]{1,40}(?::[A-Za-z0-9/]{1,20})?$/u;
function jsonRunning({ instances, wanted, ready, draining, sinceRollout, restarts, atMs, }) {
  const state = (text) => text !== undefined && STATE.test(text) ? text : undefined;
  return {
    wanted,
    ready,
    draining,
    sinceRollout,
    restarts,
    instances: instances.slice(0, MOST_INSTANCES).map(one => ({
      id: ID.test(one.instanceId) ? one.instanceId : undefined,
      state: state(one.containerStatus),
      health: state(one.healthStatus),
      restarts: one.restarts,
      ageMs: one.createdMs === undefined ? undefined : Math.max(0, atMs - one.createdMs),
    })),
    instancesLeftOut: Math.max(0, instances.length - MOST_INSTANCES),
  };
}
function jsonUndo(undo) {
  if (undo === undefined)
    return {};
  const why = undo.kind === 'not-written' ? undo.why.kind : undefined;
  return {
    rolledBack: (0,undo_undo/* rolledBackOf */.PR)(undo),
    rollbackOrderId: (0,undo_undo/* rollbackOrderIdOf */.xl)(undo),
    notRolledBackBecause: why,
  };
}
function jsonChange(change, startedMs) {
  const base = { kind: change.kind, elapsedMs: change.atMs - startedMs };
  switch (change.kind) {
    case 'first-seen':
      return { ...base, status: change.order.status };
    case 'status':
      return { ...base, status: change.status };
    case 'sub-status':
      return { ...base, subStatus: change.subStatus };
    case 'batch':
      return { ...base, number: change.number, status: change.status, tookMs: change.tookMs };
  }
}
function resultsJson(outcomes) {
  const results = outcomes.map(({ verdict, subject, progress: { order }, waitedMs }) => ({
    schemaVersion: SCHEMA_VERSION,
    changeOrderId: subject.changeOrderId,
    appId: order?.appId ?? subject.appId,
    verdict,
    status: order?.status,
    subStatus: order?.subStatus,
    batchCount: order?.batchCount,
    durationSeconds: Math.round(waitedMs / 1_000),
  }));
  return JSON.stringify(results).replace(/[^\w{}[\]:,."\\-]/gu, escaped);
}
function escaped(char) {
  return char
    .split('')
    .map(unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}

// EXTERNAL MODULE: ./build/src/report/model.js + 1 modules
var model = __nccwpck_require__(1495);
// EXTERNAL MODULE: ./build/src/report/summary.js + 2 modules
var summary = __nccwpck_require__(8003);
;// CONCATENATED MODULE: ./build/src/report/ending.js
async function tellEnding(step, board, parts) {
  const { toolkit, words, version, clock, failed } = parts;
  let reports = [];
  const tell = [
    () => {
      reports = endReports(step, board, words, version);
    },
    () => {
      tellOutputs(step, board, parts);
    },
    () => {
      for (const report of reports)
        tellDiagnosis(report, parts);
    },
    () => {
      for (const annotation of (0,annotations/* errorAnnotations */.Th)(reports, words))
        toolkit.error(annotation);
    },
    () => {
      for (const [index, report] of reports.entries()) {
        for (const line of blockLines(report, (0,model/* orderLabel */.dp)(index, reports.length), parts))
          toolkit.line(line);
      }
      if (reports.length > 1)
        toolkit.line((0,summary/* stepHeadline */.nu)(reports, words));
    },
    () => tellJson(step, parts),
    () => toolkit.summary((0,summary/* summaryMarkdown */.eH)(reports, words)),
  ];
  for (const part of tell) {
    try {
      await part();
      await clock.turn();
    }
    catch (error) {
      failed(error);
    }
  }
}
function endReports({ outcomes }, board, words, version) {
  const stopper = (0,model/* stopperOf */.vp)(outcomes);
  return outcomes.map((outcome, index) => {
    const notes = (board.entries[index]?.notes ?? []).map(note => words.note(note).text);
    return (0,model/* reportOf */.EI)(outcome, notes, words, version, stopper);
  });
}
function tellOutputs({ outcomes, worst }, board, { outputs }) {
  const notes = board.entries[outcomes.indexOf(worst)]?.notes ?? [];
  const { changeOrderId } = worst.subject;
  const chosen = notes.filter(ending/* isChoice */.Sr).findLast(({ order }) => order.changeOrderId === changeOrderId);
  outputs.ended(worst, chosen);
  outputs.tell('results', resultsJson(outcomes));
}
const LONGEST_LINE = 300;
function blockLines(report, label, { toolkit, words }) {
  const { mark, title, line, green } = report;
  const headline = (0,parts/* joined */.o)('  ', label, `${mark} ${title}`);
  if (label !== '')
    return [headline];
  if (!green && toolkit.errorsAreLines === true)
    return (0,parts/* present */.E)(line);
  return [
    headline,
    ...[...(0,parts/* present */.E)(line), ...(0,annotations/* gistLines */.V2)(report, words, LONGEST_LINE)].map(text => `   ${text}`),
  ];
}
function tellDiagnosis({ diagnosis, name }, { toolkit, words }) {
  if (diagnosis === undefined)
    return;
  const { title } = words.diagnosis;
  toolkit.group(name === undefined ? title : `${title}${words.colon}${name}`, (0,report_diagnosis/* diagnosisLines */.dc)(diagnosis, words));
}
async function tellJson(step, { toolkit, version }) {
  let path;
  try {
    path = await toolkit.file('sae-rollout-gate.json', reportJson(step, version));
  }
  catch {
    return;
  }
  toolkit.output('reportPath', path);
}
function tellUnforeseen(error, toolkit, words) {
  const cause = { kind: 'bug', message: (0,clean/* thrownText */.kZ)(error, toolkit.redact) };
  const { title: clause, what, remedy } = words.cause.bug(cause, facts/* NOTHING_SEEN */.s3);
  const title = words.report.title(undefined, clause, 'gate');
  const tell = [
    () => {
      toolkit.error({ title, message: `${what}\n${remedy}` });
    },
    () => {
      toolkit.output('verdict', 'error');
    },
    () => {
      const summary = `<h2>❌ ${(0,html/* htmlText */.js)(title)}</h2>\n\n<p>${(0,html/* htmlText */.js)(what)}</p>\n\n<p>${(0,html/* htmlText */.js)(remedy)}</p>\n`;
      toolkit.summary(summary).catch(() => undefined);
    },
  ];
  for (const part of tell) {
    try {
      part();
    }
    catch {
    }
  }
}


/***/ }),

/***/ 7111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  DD: () => (title),
  Hn: () => (cell),
  R_: () => (heading),
  TM: () => (folded),
  Y3: () => (anchor),
  aY: () => (code),
  js: () => (htmlText),
  nM: () => (row),
  p_: () => (list),
  tp: () => (table)
});
/* unused harmony exports htmlAttribute, boldLabel */
function htmlText(text) {
  const line = text.replace(/[\r\n]/gu, ' ');
  return escapeHtml(line).replace(/(?<!&)[@#](?=[\w-])|(?<!\w)gh-(?=\d{1,7}(?!\d))/giu, '$&<span></span>');
}
function htmlAttribute(text) {
  return escapeHtml(text);
}
const ENTITIES = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
function escapeHtml(text) {
  return text.replace(/[&<>"']/gu, char => ENTITIES[char] ?? '');
}
function code(text) {
  return `<code>${htmlText(text)}</code>`;
}
function boldLabel(label, { colon }) {
  const space = colon.endsWith(' ') ? ' ' : '';
  return `<strong>${htmlText(`${label}${colon}`.trimEnd())}</strong>${space}`;
}
function title(text) {
  return `<p><strong>${htmlText(text)}</strong></p>`;
}
function anchor(url, text) {
  return `<a href="${htmlAttribute(url)}">${htmlText(text)}</a>`;
}
function list(items) {
  return items.length === 0 ? '' : ['<ul>', ...items.map(item => `<li>${item}</li>`), '</ul>'].join('\n');
}
function folded(summary, parts, between = '\n', open = false) {
  return [`<details${open ? ' open' : ''}><summary>${summary}</summary>`, ...parts, '</details>'].join(between);
}
function cell(html, unbroken = false) {
  return `<td${unbroken ? ' nowrap' : ''}>${html}</td>`;
}
function row(cells) {
  return `<tr>${cells.join('')}</tr>`;
}
function heading(text, unbroken = true) {
  return `<th align="left"${unbroken ? ' nowrap' : ''}>${htmlText(text)}</th>`;
}
function table(rows) {
  return rows.length === 0 ? '' : ['<table>', ...rows, '</table>'].join('\n');
}


/***/ }),

/***/ 1495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  ys: () => (headlineMark),
  IJ: () => (linkOf),
  dp: () => (orderLabel),
  EI: () => (reportOf),
  EU: () => (shortName),
  vp: () => (stopperOf),
  DS: () => (undoLabel)
});

// EXTERNAL MODULE: ./build/src/endings/ending.js
var ending = __nccwpck_require__(935);
// EXTERNAL MODULE: ./build/src/rollout/change-order.js
var change_order = __nccwpck_require__(2186);
// EXTERNAL MODULE: ./build/src/rollout/changes.js
var changes = __nccwpck_require__(434);
// EXTERNAL MODULE: ./build/src/rollout/statuses.js
var statuses = __nccwpck_require__(525);
// EXTERNAL MODULE: ./build/src/rollout/verdicts.js
var verdicts = __nccwpck_require__(1393);
// EXTERNAL MODULE: ./build/src/text/clean.js
var clean = __nccwpck_require__(7228);
;// CONCATENATED MODULE: ./build/src/sae/console.js
function consoleUrl({ changeOrderId, appId, regionId }) {
  if (regionId === undefined)
    return undefined;
  const region = encoded(regionId);
  if (!regionId.startsWith('cn-') && appId !== undefined) {
    return `https://sae.console.alibabacloud.com/${region}/app-list/${encoded(appId)}/micro-app/base`;
  }
  const order = encoded(changeOrderId);
  return `https://sae.console.aliyun.com/#/AppList/ChangeOrderDetail?changeOrderId=${order}&regionId=${region}`;
}
function encoded(text) {
  return encodeURIComponent(text.toWellFormed());
}
function rollbackCommand(changeOrderId, regionId) {
  if ((0,clean/* cleanText */.X5)(changeOrderId, 200) !== changeOrderId)
    return undefined;
  const id = `'${changeOrderId.replaceAll("'", "'\\''")}'`;
  const region = regionId === undefined ? '' : ` --region ${regionId}`;
  return `aliyun sae AbortAndRollbackChangeOrder --ChangeOrderId ${id}${region}`;
}

// EXTERNAL MODULE: ./build/src/undo/permission.js
var permission = __nccwpck_require__(2597);
// EXTERNAL MODULE: ./build/src/undo/undo.js
var undo_undo = __nccwpck_require__(6028);
// EXTERNAL MODULE: ./build/src/text/parts.js
var parts = __nccwpck_require__(239);
// EXTERNAL MODULE: ./build/src/words/facts.js
var words_facts = __nccwpck_require__(7636);
// EXTERNAL MODULE: ./build/src/words/format.js
var format = __nccwpck_require__(2384);
// EXTERNAL MODULE: ./build/src/report/batches.js
var batches = __nccwpck_require__(1448);
// EXTERNAL MODULE: ./build/src/report/diagnosis.js
var report_diagnosis = __nccwpck_require__(8721);
// EXTERNAL MODULE: ./build/src/report/now.js
var now = __nccwpck_require__(7524);
// EXTERNAL MODULE: ./build/src/report/state.js
var state = __nccwpck_require__(9745);
;// CONCATENATED MODULE: ./build/src/report/model.js
function explain(outcome, words, stopper) {
  const facts = { ...endFacts(outcome, words), stopper };
  const said = (0,words_facts/* causeText */.xv)(words, outcome.cause, facts);
  const bare = (0,words_facts/* causeText */.xv)(words, outcome.cause, { ...facts, short: undefined }).title;
  const explanation = withUndo(outcome, said, { bare, short: facts.short }, words);
  const orderId = outcome.subject.changeOrderId;
  if (!outcome.amongSeveral || orderId === undefined || (0,ending/* isGreen */.gf)(outcome))
    return explanation;
  const { title, what, remedy } = explanation;
  const several = words.amongSeveral(orderId);
  const { sentenceGap } = words;
  return {
    title,
    what: `${several.what}${sentenceGap}${what}`,
    remedy: `${remedy}\n${several.remedy}`,
  };
}
function withUndo({ undo, verdict }, said, { bare, short }, words) {
  if (undo === undefined)
    return said;
  const result = (0,undo_undo/* undoResultOf */.$q)(undo);
  if (result === undefined)
    return said;
  const title = words.undo.title(bare, verdict, result);
  return {
    title: short === undefined ? title : words.report.verdictBecause(title, short),
    what: said.what,
    remedy: words.undo.explain(undo).remedy ?? said.remedy,
  };
}
function endFacts(outcome, words) {
  const { progress, startedMs, waitedMs, endedWallMs, subject, diagnosis, verification } = outcome;
  const { order } = progress;
  const endedMs = startedMs + waitedMs;
  return {
    waitedMs,
    changeOrderId: subject.changeOrderId ?? '',
    askedAppId: subject.appId,
    lastState: order && (0,state/* stateOf */.L4)(order, endedWallMs, words),
    lastFault: progress.lastFault,
    unproven: (0,statuses/* hasSucceeded */.yO)(order?.status),
    waitsFor: order && (0,statuses/* manualStepOf */.U1)(order.status),
    callsScarce: endedMs - (progress.polledMs ?? -Infinity) > state/* JUST_NOW_MS */.tq,
    ...badBatch(order, words),
    short: diagnosis && (0,report_diagnosis/* shortCause */.mU)(diagnosis, words),
    provenMs: verification?.verified === true ? (verification.bakedMs ?? 0) : undefined,
    rollbackSupported: order?.supportRollback,
    hasRollbackCommand: rollbackOf(outcome) !== undefined,
    approvalId: order?.approvalId,
  };
}
function badBatch(order, words) {
  const index = order?.batches.findIndex(({ status }) => (0,statuses/* failedStatusName */.J_)(status) !== undefined) ?? -1;
  const status = order?.batches[index]?.status;
  if (order === undefined || status === undefined)
    return { badBatch: undefined, place: undefined };
  const place = { number: index + 1, of: (0,change_order/* batchTotal */.ri)(order) };
  return { badBatch: words.batchIs(place, (0,words_facts/* statusText */.qS)(status, words), undefined), place };
}
const LONGEST_SHORT_NAME = 80;
function shortName({ name }) {
  return name === undefined ? '–' : (0,clean/* cutText */.IN)(name, LONGEST_SHORT_NAME);
}
function orderLabel(index, of) {
  return of === 1 ? '' : `#${index + 1}`;
}
function headlineMark(verdict) {
  return state/* MARKS */.j7[verdict === undefined ? 'running' : verdicts/* VERDICT_FACTS */.O1[verdict].sign];
}
function reportOf(view, notes, words, version, stopper) {
  const { progress, subject, startedMs, endedWallMs, verdict } = view;
  const { order } = progress;
  const name = nameOf(view);
  const isOrderId = name !== undefined && name === subject.changeOrderId;
  const named = isOrderId ? words.log.target(name, undefined) : name;
  const { title: clause, what, remedy } = explanationOf(view, words, stopper);
  const diagnosis = verdict === undefined ? undefined : view.diagnosis;
  return {
    verdict,
    task: (0,ending/* taskOf */.Xb)(subject),
    green: verdict !== undefined && (0,ending/* isGreen */.gf)(view),
    name,
    mark: headlineMark(verdict),
    title: words.report.title(named, clause, (0,ending/* taskOf */.Xb)(subject)),
    clause,
    short: diagnosis && (0,report_diagnosis/* shortCause */.mU)(diagnosis, words),
    badPlace: badBatch(order, words).place,
    line: lineOf(view, words),
    why: whyLines(view, what, words),
    what,
    now: (0,now/* nowLines */.Mi)(view, words),
    todo: todoOf(view, remedy, diagnosis && (0,report_diagnosis/* adviceText */.YM)(diagnosis, words)),
    rollbackCommand: rollbackOf(view),
    waited: waitedText(view, words),
    stillRuns: verdict !== undefined && (0,now/* stillRuns */.Hw)(view),
    diagnosis,
    errorMessage: order?.errorMessage,
    running: runningOf(view),
    facts: verdict !== undefined && view.cause.kind === 'bad-inputs' ? [] : factsOf(view, words),
    notes: [...notes, ...notShown(view, words)],
    batchCount: order?.batches.length ?? 0,
    batchesGoOn: verdict === undefined && view.verifying === undefined,
    get batches() {
      return order === undefined ? batches/* NO_BATCHES */.PL : (0,batches/* shownBatches */._Z)(order, endedWallMs, words);
    },
    hasTimeline: progress.timeline.changes.length > 0,
    get timeline() {
      return (0,changes/* toldInOrder */.Tx)(progress.timeline, change => `${(0,format/* formatElapsed */.C7)(change.atMs - startedMs)}  ${(0,state/* changeText */.k0)(change, words)}`, count => words.log.changesLeftOut(count));
    },
    consoleUrl: linkOf(subject, order),
    otherOrder: otherOrderOf(view),
    footer: words.report.footer({ ...progress, version }),
  };
}
function lineOf(view, words) {
  const { order } = view.progress;
  if (order === undefined)
    return '';
  const { usualMs, longerThanAny } = view.estimate ?? {};
  const usual = usualMs !== undefined && words.report.usually(usualMs, longerThanAny);
  const took = isProof(view) ? waitedText(view, words) : (0,parts/* joined */.o)(words.comma, waitedText(view, words), usual);
  const stand = (0,batches/* batchLine */.Be)(order, words);
  return (0,parts/* joined */.o)(' · ', stand !== '' && `${lineLabel(view, words)}${words.colon}${stand}`, 
  view.waitedMs >= 1_000 && !(view.verdict === undefined && isProof(view)) && took);
}
function lineLabel(view, { report }) {
  const { verdict } = view;
  if (verdict !== undefined && !(0,ending/* isGreen */.gf)(view) && now/* PROVEN */.ho.includes(verdict))
    return report.orderSucceeded;
  if ((0,ending/* taskOf */.Xb)(view.subject) === 'idle')
    return report.fact.blockingOrder;
  return verdict !== undefined && verdicts/* VERDICT_FACTS */.O1[verdict].sign === 'unknown' ? report.wasSeen : report.batches;
}
function isProof(view) {
  return view.verdict === undefined ? view.verifying !== undefined : view.verification?.mode === 'require';
}
function waitedText(view, words) {
  const { status } = view.progress.order ?? {};
  const isOver = (0,statuses/* failedStatusName */.J_)(status) !== undefined || (0,statuses/* hasSucceeded */.yO)(status);
  const { took, waited } = words.report;
  return isOver && !isProof(view) ? took(view.waitedMs) : waited(view.waitedMs);
}
function todoOf(view, remedy, advice) {
  const [first = '', ...steps] = remedy.split('\n');
  const isStuck = view.verdict === 'needs-rollback' && view.undo?.kind !== 'sent';
  return isStuck ? (0,parts/* present */.E)(first, advice, ...steps) : (0,parts/* present */.E)(advice, first, ...steps);
}
function stopperOf(outcomes) {
  const red = outcomes.flatMap((outcome, index) => outcome === undefined || (0,ending/* isGreen */.gf)(outcome) || outcome.verdict === 'not-awaited'
    ? []
    : [{ outcome, label: orderLabel(index, outcomes.length) }]);
  const endedMs = ({ outcome }) => outcome.startedMs + outcome.waitedMs;
  const [first] = red.toSorted((a, b) => endedMs(a) - endedMs(b));
  return first && (0,parts/* joined */.o)(' ', first.label, shortName({ name: nameOf(first.outcome) }));
}
const NEEDLESS = ['ended-badly', 'not-settled'];
function whyLines(view, what, words) {
  if (view.verdict === undefined || (0,ending/* isGreen */.gf)(view))
    return [];
  const { cause, diagnosis, amongSeveral } = view;
  if (cause.kind === 'bad-inputs')
    return cause.faults.map(fault => words.inputFault(fault));
  const root = diagnosis && (0,report_diagnosis/* rootCauseText */.Fz)(diagnosis, words);
  const { errorMessage } = view.progress.order ?? {};
  const said = root ?? (errorMessage && `${words.report.saeSays}${words.colon}${errorMessage}`);
  const isPast = NEEDLESS.includes(cause.kind) || view.undo?.kind === 'sent';
  const needless = isPast && said !== undefined && !amongSeveral;
  const told = needless ? [] : what.split('\n');
  return cause.kind === 'needs-rollback' ? (0,parts/* present */.E)(said, ...told) : (0,parts/* present */.E)(...told, said);
}
function notShown(view, words) {
  const fault = view.verdict === undefined ? undefined : view.verification?.fault;
  return fault === undefined ? [] : [words.report.notShown(words.fault(fault), words.faultRemedy(fault))];
}
const LONGEST_NAME = 100;
function nameOf({ progress: { order }, subject }) {
  const name = order?.appName ?? subject.appName ?? subject.appId ?? subject.changeOrderId;
  return name === undefined ? undefined : (0,clean/* cutText */.IN)(name, LONGEST_NAME);
}
function explanationOf(view, words, stopper) {
  if (view.verdict !== undefined)
    return explain(view, words, stopper);
  const { order } = view.progress;
  const { changeOrderId = '', appName, approvalId } = order ?? {};
  const waitsFor = order && (0,statuses/* manualStepOf */.U1)(order.status);
  const title = runningClause(view, words);
  if (view.verifying !== undefined)
    return { title, what: '', remedy: words.report.nothingToDo((0,now/* verifyFacts */.hR)(view.verifying)) };
  if (waitsFor === undefined)
    return { title, what: '', remedy: '' };
  const { warning } = words;
  const isRelease = waitsFor === 'release';
  return {
    title,
    what: '',
    remedy: isRelease ? warning.release(changeOrderId, appName) : warning.approval(changeOrderId, approvalId),
  };
}
function runningClause({ subject, progress: { order }, verifying }, words) {
  const { deployed, verifying: proving } = words.report;
  if (verifying !== undefined)
    return `${deployed}${words.comma}${proving((0,now/* verifyFacts */.hR)(verifying))}`;
  if ((0,ending/* taskOf */.Xb)(subject) === 'idle')
    return words.report.waitingForFree;
  if (order === undefined)
    return words.report.inProgress;
  const place = (0,state/* batchPlace */.GP)(order);
  const batch = place && order.batches[place.number - 1];
  if (place === undefined || batch?.status === undefined || !(0,statuses/* isUsual */.Bi)(order.status))
    return (0,state/* shortState */.e9)(order, words);
  return words.batchIs(place, (0,words_facts/* statusText */.qS)(batch.status, words), undefined);
}
function rollbackOf(view) {
  const { order } = view.progress;
  if (view.verdict === undefined || order === undefined)
    return undefined;
  if ((0,ending/* taskOf */.Xb)(view.subject) === 'idle' && view.verdict !== 'needs-rollback')
    return undefined;
  const isOpen = (0,statuses/* phaseOf */.hU)(order.status) !== undefined && !(0,statuses/* hasEnded */.hY)(order.status);
  const mayBeUndone = (0,permission/* triggerOf */.ix)(view.verdict, permission/* UNDO_TRIGGERS */.dw) !== undefined && isOpen;
  if (!mayBeUndone || order.supportRollback !== true || !isStillToUndo(view.undo))
    return undefined;
  return rollbackCommand(order.changeOrderId, view.subject.regionId);
}
function undoLabel(verdict) {
  return verdict === 'needs-rollback' ? 'undo' : 'undoInstead';
}
const NOT_TO_UNDO = [
  'ended',
  'unknown-status',
  'moved-on',
  'not-supported',
  'not-last',
  'other-application',
];
function isStillToUndo(undo) {
  if (undo === undefined || undo.kind === 'not-due')
    return true;
  return undo.kind === 'not-written' && !NOT_TO_UNDO.includes(undo.why.kind);
}
function otherOrderOf(view) {
  if (view.verdict === undefined)
    return undefined;
  const { cause, undo, subject, progress } = view;
  const link = (kind, changeOrderId) => {
    const url = linkOf({ ...subject, changeOrderId }, progress.order);
    return url === undefined || changeOrderId === subject.changeOrderId ? undefined : { kind, url };
  };
  if (cause.kind === 'superseded')
    return link('openNewer', cause.order.changeOrderId);
  return undo?.kind === 'sent' ? link('openRollback', undo.rollbackOrderId) : undefined;
}
function runningOf(view) {
  return view.verdict === undefined ? view.verifying?.running : view.verification?.running;
}
function factsOf(view, words) {
  const { subject, progress } = view;
  const { order } = progress;
  const { fact } = words.report;
  const running = runningOf(view);
  const facts = [
    [fact.verdict, view.verdict && verdictText(view.verdict, words), false],
    [fact.application, applicationText(view, words), true],
    [(0,ending/* taskOf */.Xb)(subject) === 'gate' ? fact.changeOrder : fact.blockingOrder, subject.changeOrderId, true],
    [fact.type, order?.coTypeCode, true],
    [fact.status, order && (0,state/* statusWithNumber */.i$)(order.status, words), false],
    [fact.description, order?.description, true],
    [fact.region, subject.regionId, true],
    [fact.started, startedText(order), false],
    [fact.waited, words.duration(view.waitedMs), false],
    [view.verdict === undefined ? fact.estimate : fact.usual, estimateText(view, words), false],
    [fact.rollback, rollbackText(view, words), false],
    [fact.image, running?.image, true],
    [fact.version, running?.version, true],
  ];
  return facts.flatMap(([label, value, verbatim]) => value === undefined ? [] : [{ label, value, verbatim }]);
}
function startedText(order) {
  const startMs = order?.batches[0]?.startMs;
  return startMs === undefined ? undefined : (0,format/* formatTime */.fU)(startMs);
}
function verdictText(verdict, words) {
  const said = words.verdict[verdict];
  return said === verdict ? said : `${said}${words.aside(verdict)}`;
}
function estimateText({ verdict, estimate }, words) {
  if (estimate === undefined)
    return undefined;
  if (verdict === undefined)
    return words.estimate(estimate) || undefined;
  return estimate.usualMs === undefined ? undefined : words.duration(estimate.usualMs);
}
function rollbackText(view, words) {
  const supported = view.progress.order?.supportRollback;
  if (view.verdict === undefined || (0,ending/* isGreen */.gf)(view) || supported === undefined)
    return undefined;
  return supported ? words.report.yes : words.report.no;
}
function applicationText({ subject, progress: { order } }, words) {
  const [name, id] = [order?.appName, order?.appId ?? subject.appId];
  return name === undefined || id === undefined ? (name ?? id) : `${name}${words.aside(id)}`;
}
function linkOf(subject, order) {
  if (subject.changeOrderId === undefined)
    return undefined;
  return consoleUrl({
    changeOrderId: subject.changeOrderId,
    appId: order?.appId ?? subject.appId,
    regionId: subject.regionId,
  });
}


/***/ }),

/***/ 7524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  Hw: () => (stillRuns),
  Mi: () => (nowLines),
  RX: () => (runningFacts),
  hR: () => (verifyFacts),
  ho: () => (PROVEN)
});
/* unused harmony export runningLines */
/* harmony import */ var _endings_ending_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(935);
/* harmony import */ var _rollout_change_order_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2186);
/* harmony import */ var _rollout_statuses_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(525);
/* harmony import */ var _text_clean_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7228);
/* harmony import */ var _text_parts_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(239);
/* harmony import */ var _verification_instance_states_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(1153);
/* harmony import */ var _words_format_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2384);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(9745);








const LONGEST_KIND = 80;
const MOST_KINDS = 4;
function whatOf({ imageUrl, packageVersion }) {
  return (0,_text_clean_js__WEBPACK_IMPORTED_MODULE_3__/* .cleanText */ .X5)(imageUrl === undefined ? (packageVersion ?? '') : (0,_words_format_js__WEBPACK_IMPORTED_MODULE_4__/* .shortImage */ .Uq)(imageUrl), LONGEST_KIND);
}
function ageOf({ createdMs }, beganMs) {
  if (createdMs === undefined || beganMs === undefined)
    return undefined;
  return createdMs >= beganMs ? 'new' : 'old';
}
function runningFacts(running) {
  const { instances, ready, wanted, beganMs, restarts, draining, partly } = running;
  const all = kindsOf(instances, beganMs);
  const isTold = all.length === 1 || all.some(({ age }) => age === 'old');
  const since = isTold ? beganMs : undefined;
  const kinds = kindsOf(instances.filter(_verification_instance_states_js__WEBPACK_IMPORTED_MODULE_6__/* .isReady */ .i_), since);
  const unready = kindsOf(instances.filter(one => !(0,_verification_instance_states_js__WEBPACK_IMPORTED_MODULE_6__/* .isReady */ .i_)(one)), since);
  const of = wanted ?? instances.length;
  return { ready, of, kinds, unready, restarts, draining, partly };
}
function kindsOf(instances, beganMs) {
  const kinds = new Map();
  for (const instance of instances) {
    const [what, age] = [whatOf(instance), ageOf(instance, beganMs)];
    const key = JSON.stringify([what, age]);
    const kind = kinds.get(key) ?? { what, age, count: 0 };
    kind.count++;
    kinds.set(key, kind);
  }
  return [...kinds.values()].toSorted((a, b) => b.count - a.count).slice(0, MOST_KINDS);
}
function verifyFacts({ kind, lastedMs, ofMs, running }) {
  const of = running && (running.wanted ?? running.instances.length);
  return { kind, lastedMs, ofMs, ready: running?.ready, of };
}
function runningLines(running, words, view) {
  const { report } = words;
  const { unchecked, supersededBy, instances } = running;
  const facts = runningFacts(view?.undo?.kind === 'sent' ? { ...running, beganMs: undefined } : running);
  const isSaid = view?.verdict === 'superseded' || isOwnRollback(supersededBy?.changeOrderId, view?.undo);
  return [
    ...report.running(facts).split('\n'),
    ...(unchecked && instances.length > 0 ? [`⚠️ ${report.unchecked}`] : []),
    ...(supersededBy === undefined || isSaid
      ? []
      : [`⚠️ ${report.supersededBy(words.orderName(supersededBy))}`]),
  ];
}
function isOwnRollback(orderId, undo) {
  return undo?.kind === 'sent' && undo.followed?.changeOrderId === orderId;
}
const PROVEN = ['succeeded', 'unhealthy', 'superseded', 'unverified'];
function isProven(verdict) {
  return verdict !== undefined && PROVEN.includes(verdict);
}
function fateOf({ verdict, progress: { order } }) {
  if (order === undefined)
    return 'unknown';
  if ((0,_rollout_statuses_js__WEBPACK_IMPORTED_MODULE_2__/* .failedStatusName */ .J_)(order.status) === 'terminated')
    return 'terminated';
  if ((0,_rollout_statuses_js__WEBPACK_IMPORTED_MODULE_2__/* .failedStatusName */ .J_)(order.status) !== undefined)
    return (0,_rollout_change_order_js__WEBPACK_IMPORTED_MODULE_1__/* .batchTotal */ .ri)(order) > 1 ? 'stopped-phased' : 'stopped';
  if ((0,_rollout_statuses_js__WEBPACK_IMPORTED_MODULE_2__/* .hasSucceeded */ .yO)(order.status))
    return verdict === 'superseded' ? verdict : isProven(verdict) ? 'finished' : 'claimed';
  if (order.subStatus === 1)
    return 'stuck';
  return (0,_rollout_statuses_js__WEBPACK_IMPORTED_MODULE_2__/* .manualStepOf */ .U1)(order.status) === undefined ? 'continues' : 'paused';
}
const ONLY_THE_WAIT = ['cancelled', 'not-awaited', 'timed-out', 'awaiting-manual-step'];
function stillRuns(view) {
  const { order, last } = view.progress;
  const isSeen = last?.kind === 'read' && order !== undefined && (0,_rollout_statuses_js__WEBPACK_IMPORTED_MODULE_2__/* .statusName */ .Er)(order.status) !== undefined;
  return isSeen && ONLY_THE_WAIT.includes(view.verdict) && ['continues', 'paused'].includes(fateOf(view));
}
function fateText(view, words) {
  const { progress, subject, startedMs, waitedMs, endedWallMs, verdict } = view;
  const { order } = progress;
  if ((0,_endings_ending_js__WEBPACK_IMPORTED_MODULE_0__/* .taskOf */ .Xb)(subject) === 'idle')
    return order === undefined ? '' : blockingText(view, order, words);
  const fate = fateOf(view);
  const isNamed = (subject.appId ?? subject.appName) !== undefined;
  if (order === undefined)
    return words.report.fate(isNamed ? 'unknown' : 'nameless', '');
  if (fate !== 'continues')
    return words.report.fate(fate, howFar(order, fate, words));
  const state = (0,_state_js__WEBPACK_IMPORTED_MODULE_5__/* .stateOf */ .L4)(order, endedWallMs, words);
  const agoMs = (0,_state_js__WEBPACK_IMPORTED_MODULE_5__/* .pollAgoMs */ .$$)(progress, startedMs + waitedMs);
  const isPast = agoMs !== undefined || progress.last?.kind !== 'read';
  return isPast ? words.report.lastSeen(state, agoMs) : words.report.continues(state, verdict !== undefined);
}
function blockingText(view, order, words) {
  const { progress, startedMs, waitedMs, endedWallMs } = view;
  const state = (0,_state_js__WEBPACK_IMPORTED_MODULE_5__/* .stateOf */ .L4)(order, endedWallMs, words);
  return words.report.blocking(state, (0,_state_js__WEBPACK_IMPORTED_MODULE_5__/* .pollAgoMs */ .$$)(progress, startedMs + waitedMs));
}
function howFar(order, fate, words) {
  const of = (0,_rollout_change_order_js__WEBPACK_IMPORTED_MODULE_1__/* .batchTotal */ .ri)(order);
  const isNormal = order.subStatus === undefined || order.subStatus === 0;
  if (fate === 'claimed')
    return isNormal ? '' : (0,_state_js__WEBPACK_IMPORTED_MODULE_5__/* .shortState */ .e9)(order, words);
  const done = order.batches.filter(({ status }) => (0,_rollout_statuses_js__WEBPACK_IMPORTED_MODULE_2__/* .hasSucceeded */ .yO)(status)).length;
  return of > 1 && fate !== 'finished' && fate !== 'superseded' ? words.report.batchesDone(done, of) : '';
}
function nowLines(view, words) {
  if (view.verdict === undefined)
    return goingLines(view, words);
  const { cause, verification } = view;
  const { running, provenByOrderId } = verification ?? {};
  const lines = [
    ...(running === undefined ? [] : runningLines(running, words, view)),
    ...(provenByOrderId === undefined
      ? []
      : [words.report.provenBy((0,_text_clean_js__WEBPACK_IMPORTED_MODULE_3__/* .cleanText */ .X5)(provenByOrderId, LONGEST_KIND))]),
  ];
  const isUnasked = cause.kind === 'bad-inputs' || cause.kind === 'bug';
  if ((0,_endings_ending_js__WEBPACK_IMPORTED_MODULE_0__/* .isGreen */ .gf)(view) || isUnasked)
    return lines;
  const undone = view.undo && words.undo.explain(view.undo).what;
  const isPast = view.undo?.kind === 'sent' || view.undo?.kind === 'bug';
  return [...(0,_text_parts_js__WEBPACK_IMPORTED_MODULE_7__/* .present */ .E)(isPast ? '' : fateText(view, words), undone), ...lines];
}
function goingLines({ progress, verifying, estimate, endedWallMs }, words) {
  const { order, doubt } = progress;
  if (doubt !== undefined)
    return [words.log.doubtful[doubt.kind]];
  if (verifying !== undefined) {
    const { running } = verifying;
    return running === undefined
      ? [words.report.verifying(verifyFacts(verifying))]
      : runningLines(running, words);
  }
  const state = order === undefined ? words.log.notSeenYet : (0,_state_js__WEBPACK_IMPORTED_MODULE_5__/* .stateOf */ .L4)(order, endedWallMs, words);
  const estimated = estimate === undefined ? '' : words.estimate({ ...estimate, usualMs: undefined });
  return [estimated === '' ? state : `${state} · ${estimated}`];
}


/***/ }),

/***/ 9745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  $$: () => (pollAgoMs),
  GP: () => (batchPlace),
  L4: () => (stateOf),
  e9: () => (shortState),
  i$: () => (statusWithNumber),
  j7: () => (MARKS),
  k0: () => (changeText),
  tq: () => (JUST_NOW_MS)
});
/* harmony import */ var _rollout_change_order_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2186);
/* harmony import */ var _rollout_statuses_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(525);
/* harmony import */ var _text_clean_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7228);
/* harmony import */ var _text_parts_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(239);
/* harmony import */ var _words_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7636);





const MARKS = {
  succeeded: '✅',
  failed: '❌',
  stopped: '⏹️',
  running: '🔄',
  pausing: '⏳',
  'awaiting-person': '⏸️',
  'timed-out': '⏱️',
  'to-come': '⬜',
  unknown: '❓',
};
function statusWithNumber(status, words) {
  const text = (0,_words_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .statusText */ .qS)(status, words);
  return (0,_rollout_statuses_js__WEBPACK_IMPORTED_MODULE_1__/* .statusName */ .Er)(status) === undefined ? text : `${text}${words.aside(String(status))}`;
}
function subStatusText({ subStatus }, words) {
  return subStatus !== undefined && subStatus !== 0 && words.log.subStatus(words.subStatusName(subStatus));
}
function shortState(order, words) {
  return (0,_text_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .joined */ .o)(words.comma, (0,_words_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .statusText */ .qS)(order.status, words), subStatusText(order, words));
}
function stateOf(order, nowWallMs, words) {
  const status = shortState(order, words);
  const place = batchPlace(order);
  const batch = place && order.batches[place.number - 1];
  if (place === undefined || batch?.status === undefined)
    return status;
  const lastsMs = (0,_rollout_statuses_js__WEBPACK_IMPORTED_MODULE_1__/* .phaseOf */ .hU)(batch.status) === 'working' ? (0,_rollout_change_order_js__WEBPACK_IMPORTED_MODULE_0__/* .batchLastsMs */ .At)(batch, nowWallMs) : undefined;
  const forMs = lastsMs !== undefined && lastsMs < 1_000 ? undefined : lastsMs;
  const ofBatch = words.batchIs(place, (0,_words_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .statusText */ .qS)(batch.status, words), forMs);
  return batch.status === order.status
    ? (0,_text_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .joined */ .o)(words.comma, ofBatch, subStatusText(order, words))
    : `${status}${words.comma}${ofBatch}`;
}
function batchPlace(order) {
  const index = order.batches.findLastIndex(({ status }) => status !== undefined && (0,_rollout_statuses_js__WEBPACK_IMPORTED_MODULE_1__/* .phaseOf */ .hU)(status) !== 'to-come');
  return index < 0 ? undefined : { number: index + 1, of: (0,_rollout_change_order_js__WEBPACK_IMPORTED_MODULE_0__/* .batchTotal */ .ri)(order) };
}
const LONGEST_NAME = 100;
function changeText(change, words) {
  const { log } = words;
  switch (change.kind) {
    case 'first-seen': {
      const { order } = change;
      const name = order.appName ?? order.appId ?? order.changeOrderId;
      const type = order.coTypeCode === undefined ? undefined : (0,_text_clean_js__WEBPACK_IMPORTED_MODULE_2__/* .cutText */ .IN)(order.coTypeCode, LONGEST_NAME);
      const status = (0,_words_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .statusText */ .qS)(order.status, words);
      return log.firstSeen((0,_text_clean_js__WEBPACK_IMPORTED_MODULE_2__/* .cutText */ .IN)(name, LONGEST_NAME), type, status, (0,_rollout_change_order_js__WEBPACK_IMPORTED_MODULE_0__/* .batchTotal */ .ri)(order));
    }
    case 'status':
      return log.order((0,_words_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .statusText */ .qS)(change.status, words));
    case 'sub-status':
      return log.subStatus(words.subStatusName(change.subStatus));
    case 'batch': {
      const ended = !['working', 'to-come', undefined].includes((0,_rollout_statuses_js__WEBPACK_IMPORTED_MODULE_1__/* .phaseOf */ .hU)(change.status));
      return log.batch(change, (0,_words_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .statusText */ .qS)(change.status, words), ended ? change.tookMs : undefined);
    }
  }
}
const JUST_NOW_MS = 60_000;
function pollAgoMs({ readAtMs }, endedMs) {
  return readAtMs === undefined || endedMs - readAtMs <= JUST_NOW_MS ? undefined : endedMs - readAtMs;
}


/***/ }),

/***/ 8003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  nu: () => (stepHeadline),
  Fb: () => (stepTitle),
  eH: () => (summaryMarkdown)
});

// EXTERNAL MODULE: ./build/src/rollout/verdicts.js
var verdicts = __nccwpck_require__(1393);
// EXTERNAL MODULE: ./build/src/text/clean.js
var clean = __nccwpck_require__(7228);
// EXTERNAL MODULE: ./build/src/text/parts.js
var text_parts = __nccwpck_require__(239);
// EXTERNAL MODULE: ./build/src/report/html.js
var report_html = __nccwpck_require__(7111);
;// CONCATENATED MODULE: ./build/src/report/blocks.js
function textOf({ text }) {
  return typeof text === 'string' ? text : text();
}
function joinBlocks(blocks, mostBytes, note) {
  const made = new Map();
  const make = (block) => {
    const known = made.get(block) ?? measured(textOf(block));
    made.set(block, known);
    return known;
  };
  const whole = blocks.filter(({ text }) => text !== '');
  const forms = whole.flatMap(formsOf);
  const ranks = [...new Set([0, ...forms.map(({ rank }) => rank)])].sort((a, b) => a - b);
  const most = mostBytes + BREAK.length - 1;
  let fitting;
  for (const highest of ranks) {
    const parts = whole.flatMap(block => formWithin(block, highest) ?? []).map(make);
    const bytes = bytesOf(parts);
    if (fitting !== undefined && bytes > most)
      break;
    const left = forms.filter(({ rank }) => rank > highest).sort((a, b) => b.rank - a.rank);
    const notes = left.length === 0 ? [] : [measured(note(left.map(({ name }) => name)))];
    if (fitting === undefined || bytes + bytesOf(notes) <= most)
      fitting = [...parts, ...notes];
  }
  return `${(fitting ?? []).map(({ text }) => text).join(BREAK)}\n`;
}
function formsOf(block) {
  return block.lesser === undefined ? [block] : [block, ...formsOf(block.lesser)];
}
function formWithin(block, highest) {
  if (block.rank <= highest)
    return block;
  return block.lesser && formWithin(block.lesser, highest);
}
const BREAK = '\n\n';
function measured(text) {
  return { text, bytes: Buffer.byteLength(text) + BREAK.length };
}
function bytesOf(parts) {
  return parts.reduce((sum, { bytes }) => sum + bytes, 0);
}
const MOST_NAMED = 20;
function leftOutNote(names, words) {
  const different = [...new Set(names)];
  const more = different.length > MOST_NAMED ? ['…'] : [];
  const told = [...different.slice(0, MOST_NAMED), ...more];
  return `<p><em>${(0,report_html/* htmlText */.js)(words.report.leftOut(told))}</em></p>`;
}

// EXTERNAL MODULE: ./build/src/report/model.js + 1 modules
var model = __nccwpck_require__(1495);
// EXTERNAL MODULE: ./build/src/report/now.js
var now = __nccwpck_require__(7524);
// EXTERNAL MODULE: ./build/src/verification/instance-states.js
var instance_states = __nccwpck_require__(1153);
// EXTERNAL MODULE: ./build/src/words/format.js
var format = __nccwpck_require__(2384);
// EXTERNAL MODULE: ./build/src/report/batches.js
var batches = __nccwpck_require__(1448);
// EXTERNAL MODULE: ./build/src/report/diagnosis.js
var report_diagnosis = __nccwpck_require__(8721);
;// CONCATENATED MODULE: ./build/src/report/sections.js
const LOG_RANK = 6;
const TIMELINE_RANK = 8;
const DETAILS_RANK = 5;
const BATCHES_RANK = 3;
const EVIDENCE_RANK = 2;
function reportBlocks(report, words, place) {
  const { report: labels } = words;
  return [
    { rank: 0, name: '', text: place.kind === 'check' ? '' : headline(report) },
    { rank: 0, name: '', text: lineAndLinks(report, words, place) },
    { rank: 0, name: '', text: gist(report, words) },
    evidence(report, words, place),
    ...(report.batchCount === 0 && !report.hasTimeline ? [] : [sections_batches(report, words)]),
    { rank: DETAILS_RANK, name: labels.details, text: () => details(report, words) },
  ];
}
function headline({ mark, title: text }) {
  return `<h2>${mark} ${(0,report_html/* htmlText */.js)(text)}</h2>`;
}
function lineAndLinks({ line, consoleUrl, otherOrder }, words, { jobUrl }) {
  const links = (0,text_parts/* joined */.o)(' · ', consoleUrl !== undefined && (0,report_html/* anchor */.Y3)(consoleUrl, words.report.openInConsole), otherOrder !== undefined && (0,report_html/* anchor */.Y3)(otherOrder.url, words.report[otherOrder.kind]), jobUrl !== undefined && (0,report_html/* anchor */.Y3)(jobUrl, words.report.openJob));
  return (0,text_parts/* joined */.o)('\n', line !== '' && `<p>${(0,report_html/* htmlText */.js)(line)}</p>`, links !== '' && `<p>${links}</p>`);
}
function gist({ verdict, why, now, todo, rollbackCommand }, words) {
  const { report: labels } = words;
  const lines = (texts) => texts.map(report_html/* htmlText */.js).join('<br>');
  const steps = todo.length < 2 ? lines(todo) : `<ol>${todo.map(step => `<li>${(0,report_html/* htmlText */.js)(step)}</li>`).join('')}</ol>`;
  const rows = [
    [labels.why, lines(why)],
    [labels.now, lines(now)],
    [labels.todo, steps],
  ];
  const gistTable = (0,report_html/* table */.tp)(rows.flatMap(([label, html]) => (html === '' ? [] : [(0,report_html/* row */.nM)([(0,report_html/* heading */.R_)(label), (0,report_html/* cell */.Hn)(html)])])));
  return (0,text_parts/* joined */.o)('\n', gistTable, rollbackCommand !== undefined && commandBlock(labels[(0,model/* undoLabel */.DS)(verdict)], rollbackCommand, words));
}
function commandBlock(label, command, { colon }) {
  const [name = '', ...options] = command.split(/ (?=--)/u);
  const lines = (0,text_parts/* present */.E)(name, options.join(' ')).map(report_html/* htmlText */.js).join(' \\\n  ');
  return `<p><strong>${(0,report_html/* htmlText */.js)(`${label}${colon}`.trimEnd())}</strong></p>\n<pre>${lines}</pre>`;
}
function evidence({ diagnosis, errorMessage, green }, words, { kind }) {
  const { report: labels } = words;
  if (green || (diagnosis === undefined && errorMessage === undefined))
    return { rank: 0, name: '', text: '' };
  const name = labels.evidence(diagnosis?.unhealthyCount ?? 0, diagnosis?.events.length ?? 0);
  const text = (withLog) => () => (0,report_html/* folded */.TM)((0,report_html/* htmlText */.js)(name), [
    ...(0,text_parts/* present */.E)(diagnosis && (0,report_diagnosis/* evidenceHtml */.R8)(diagnosis, words, withLog), errorMessage !== undefined && `${(0,report_html/* title */.DD)(labels.saeSays)}\n<p>${(0,report_html/* code */.aY)(errorMessage)}</p>`),
  ]);
  const lesser = { rank: EVIDENCE_RANK, name, text: text(false) };
  if (kind === 'check' || diagnosis?.log === undefined)
    return lesser;
  return { rank: LOG_RANK, name: words.diagnosis.part.log, text: text(true), lesser };
}
function sections_batches(report, words) {
  const { report: labels } = words;
  const { batchesGoOn, hasTimeline } = report;
  const name = report.batchCount === 0 ? labels.timeline : labels.batchesAndTimeline;
  const text = (withTimeline) => () => {
    const parts = (0,text_parts/* present */.E)((0,batches/* batchBlock */.AR)(report.batches, words), withTimeline && hasTimeline && (0,report_html/* list */.p_)(report.timeline.map(report_html/* htmlText */.js)));
    return (0,report_html/* folded */.TM)((0,report_html/* htmlText */.js)(name), parts, '\n', batchesGoOn);
  };
  const lesser = { rank: BATCHES_RANK, name, text: text(false) };
  return hasTimeline ? { rank: TIMELINE_RANK, name, text: text(true), lesser } : lesser;
}
function details({ facts, notes, running, footer }, words) {
  return (0,report_html/* folded */.TM)((0,report_html/* htmlText */.js)(words.report.details), [
    ...(0,text_parts/* present */.E)((0,report_html/* table */.tp)(facts.map(factRow)), running && runningTable(running, words), (0,report_html/* list */.p_)(notes.map(report_html/* htmlText */.js)), `<p><sub>${(0,report_html/* htmlText */.js)(footer)}</sub></p>`),
  ]);
}
function factRow({ label, value, verbatim }) {
  return (0,report_html/* row */.nM)([(0,report_html/* heading */.R_)(label), (0,report_html/* cell */.Hn)(verbatim ? (0,report_html/* code */.aY)(value) : (0,report_html/* htmlText */.js)(value))]);
}
const MOST_INSTANCES = 20;
function runningTable({ instances }, words) {
  const counts = new Map();
  for (const { imageUrl } of instances)
    counts.set(imageUrl, (counts.get(imageUrl) ?? 0) + 1);
  const rankOf = (one) => ((0,instance_states/* isReady */.i_)(one) ? (counts.get(one.imageUrl) ?? 0) : 0);
  const shown = instances.toSorted((a, b) => rankOf(a) - rankOf(b)).slice(0, MOST_INSTANCES);
  const rows = shown.map(one => {
    const { instanceId, containerStatus, healthStatus, restarts = 0, createdMs, imageUrl, packageVersion, } = one;
    const facts = [
      containerStatus,
      healthStatus,
      restarts > 0 && words.diagnosis.restarts(restarts),
      createdMs !== undefined && (0,format/* isoSecond */.u$)(createdMs),
      imageUrl,
      packageVersion,
    ];
    return (0,report_html/* row */.nM)([(0,report_html/* cell */.Hn)((0,report_html/* code */.aY)(instanceId)), (0,report_html/* cell */.Hn)((0,report_html/* htmlText */.js)((0,text_parts/* joined */.o)(' · ', ...facts)))]);
  });
  const more = instances.length > MOST_INSTANCES ? [(0,report_html/* row */.nM)([(0,report_html/* cell */.Hn)('…')])] : [];
  return rows.length === 0 ? '' : `${(0,report_html/* title */.DD)(words.report.instances)}\n${(0,report_html/* table */.tp)([...rows, ...more])}`;
}
;// CONCATENATED MODULE: ./build/src/report/summary.js
function stepBlocks(reports, words, place) {
  const [only, ...others] = reports;
  if (only === undefined)
    return [];
  if (others.length === 0)
    return reportBlocks(only, words, place);
  const numbered = reports.map((report, index) => ({ report, number: index + 1 }));
  const ordered = numbered.toSorted((a, b) => rankOf(a.report) - rankOf(b.report));
  const green = ordered.filter(({ report }) => report.green);
  const open = ordered.filter(({ report }) => !report.green);
  const sectionOf = (one) => section(one, reports.length, words, place, one === open[0] && one.report.verdict !== undefined);
  const greenTitle = `${(0,model/* headlineMark */.ys)('succeeded')} ${words.report.succeeded(green.length)}`;
  const [first, ...rest] = open.map(sectionOf);
  return [
    ...(place.kind === 'check'
      ? []
      : [{ rank: 0, name: '', text: `<h2>${(0,report_html/* htmlText */.js)(stepHeadline(reports, words))}</h2>` }]),
    ...(place.jobUrl === undefined
      ? []
      : [{ rank: 0, name: '', text: `<p>${(0,report_html/* anchor */.Y3)(place.jobUrl, words.report.openJob)}</p>` }]),
    { rank: 0.5, name: words.report.overview, text: () => overview(open, words) },
    ...(first === undefined ? [] : [first]),
    ...(rest.length > MOST_UNFOLDED
      ? foldedBlocks(words.report.further(rest.length, open.every(({ report }) => report.verdict !== undefined)), rest)
      : rest),
    ...(green.length === 0
      ? []
      : foldedBlocks(greenTitle, [
        { rank: 2.5, name: words.report.overview, text: () => overview(green, words) },
        ...green.map(sectionOf),
      ])),
  ].filter(({ text }) => text !== '');
}
const MOST_UNFOLDED = 3;
function foldedBlocks(title, blocks) {
  return [
    { rank: 0, name: '', text: `<details><summary>${(0,report_html/* htmlText */.js)(title)}</summary>` },
    ...blocks,
    { rank: 0, name: '', text: '</details>' },
  ];
}
const summary_MOST_NAMED = 3;
const LONGEST_NAMED = 30;
function stepTitle(reports, words) {
  const red = reports.filter(({ verdict, green }) => verdict !== undefined && !green);
  const green = reports.filter(report => report.green).length;
  const counts = {
    all: reports.length,
    green,
    red: red.length,
    failed: red.filter(hasFailed).length,
    left: red.filter(report => report.stillRuns && !hasFailed(report)).length,
    going: reports.length - green - red.length,
  };
  const others = red.filter(report => !hasFailed(report));
  const [told = []] = [
    red.filter(hasFailed),
    others.filter(report => !report.stillRuns),
    others.filter(report => report.stillRuns),
  ].filter(group => group.length > 0);
  const names = told.slice(0, summary_MOST_NAMED).map(report => (0,clean/* cutText */.IN)((0,model/* shortName */.EU)(report), LONGEST_NAMED));
  return words.report.severalTitle(counts, names, told.length - names.length);
}
function hasFailed({ verdict }) {
  return (verdict !== undefined && verdicts/* VERDICT_FACTS */.O1[verdict].end === 'bad' && verdicts/* VERDICT_FACTS */.O1[verdict].sign === 'failed');
}
function stepHeadline(reports, words) {
  return `${stepMark(reports)} ${stepTitle(reports, words)}`;
}
function stepMark(reports) {
  const red = reports.filter(({ green, verdict }) => !green && verdict !== undefined);
  const [first, ...others] = new Set(red.map(({ verdict }) => (0,model/* headlineMark */.ys)(verdict)));
  if (first !== undefined)
    return others.length === 0 ? first : (0,model/* headlineMark */.ys)('failed');
  return (0,model/* headlineMark */.ys)(reports.every(({ green }) => green) ? 'succeeded' : undefined);
}
function overview(numbered, words) {
  if (numbered.length === 0)
    return '';
  const groups = new Map();
  for (const one of numbered) {
    const key = JSON.stringify([one.report.mark, stateText(one.report, words)]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const rows = [...groups.values()].flatMap(group => {
    const [first] = group;
    if (first === undefined)
      return [];
    const { mark, short, todo, waited } = first.report;
    const extent = group.length === 1 ? ` · ${waited}` : words.aside(words.report.rollouts(group.length));
    const orders = group.map(one => linked(one, words));
    const parts = (0,text_parts/* present */.E)(`<strong>${(0,report_html/* htmlText */.js)(`${mark} ${stateText(first.report, words)}`)}</strong>${(0,report_html/* htmlText */.js)(extent)}`, 
    short !== undefined && todo[0] !== undefined && (0,report_html/* htmlText */.js)(`→ ${todo[0]}`), orders.join(orders.length > MOST_LINES ? (0,report_html/* htmlText */.js)(words.comma) : '<br>'));
    return [(0,report_html/* row */.nM)([(0,report_html/* cell */.Hn)(parts.join('<br>'))])];
  });
  return (0,report_html/* table */.tp)(rows);
}
const MOST_LINES = 10;
function stateText({ verdict, short, clause }, words) {
  if (verdict === undefined || short === undefined)
    return clause;
  return words.report.verdictBecause(words.verdict[verdict], short);
}
const NO_BREAK = '\u00a0';
function linked({ report, number }, words) {
  const { consoleUrl, badPlace, short, running } = report;
  const name = (0,model/* shortName */.EU)(report);
  const linkedName = consoleUrl === undefined ? (0,report_html/* htmlText */.js)(name) : (0,report_html/* anchor */.Y3)(consoleUrl, name);
  const facts = words.aside(
  badPlace && short !== undefined && words.report.batch(badPlace), running !== undefined && !report.green && readyText(running, words));
  return `<strong>${(0,report_html/* htmlText */.js)(`#${number}`)}</strong> ${linkedName}${(0,report_html/* htmlText */.js)(facts.replaceAll(' ', NO_BREAK))}`;
}
function readyText(running, words) {
  const { ready, of } = (0,now/* runningFacts */.RX)(running);
  return words.report.readyOf(ready, of);
}
function section({ report, number }, of, words, place, open) {
  const name = `#${number} ${report.mark} ${(0,model/* shortName */.EU)(report)}`;
  const [, ...parts] = reportBlocks(report, words, { kind: place.kind });
  const summary = `<strong>${(0,report_html/* htmlText */.js)(name)}</strong>${report.green ? '' : `${(0,report_html/* htmlText */.js)(words.colon)}${(0,report_html/* htmlText */.js)(report.clause)}`}`;
  const whole = (some) => () => (0,report_html/* folded */.TM)(summary, 
  ['<dl><dd>', ...some.map(textOf).filter(text => text !== ''), '</dd></dl>'], BREAK, open);
  const later = number / of;
  const rank = rankOf(report) + later;
  if (report.green)
    return { rank, name, text: whole(parts) };
  const isExtra = (part) => part.rank >= LOG_RANK && part.text !== '';
  const lesserOf = (part) => (isExtra(part) && part.lesser !== undefined ? part.lesser : part);
  const lost = (0,text_parts/* joined */.o)(words.comma, ...parts.filter(isExtra).map(extra => extra.name));
  const least = { rank: 0, name: '', text: oneLine(name, report, words) };
  const gist = { rank: GIST_RANK + later / 10, name, text: whole(parts.filter(part => part.rank === 0)) };
  const short = { rank, name, text: whole(parts.map(lesserOf)) };
  return {
    rank: LOGS_RANK + later,
    name: lost,
    text: whole(parts),
    lesser: { ...short, lesser: { ...gist, lesser: least } },
  };
}
const LONGEST_CAUSE = 200;
function oneLine(title, { clause, why }, words) {
  const cause = (0,clean/* cutText */.IN)((0,text_parts/* joined */.o)(` – `, clause, why[0]), LONGEST_CAUSE);
  return `<p><strong>${(0,report_html/* htmlText */.js)(title)}</strong>${(0,report_html/* htmlText */.js)(words.colon)}${(0,report_html/* htmlText */.js)(cause)}</p>`;
}
const LOGS_RANK = 10;
const GIST_RANK = 0.6;
function rankOf(report) {
  if (report.green)
    return 3;
  if (report.verdict === undefined)
    return 2;
  return hasFailed(report) ? 1 : 1.5;
}
const LARGEST_BYTES = { summary: 1_000_000, check: 65_535 };
function summaryMarkdown(reports, words, place = { kind: 'summary' }) {
  const blocks = stepBlocks(reports, words, place);
  return joinBlocks(blocks, LARGEST_BYTES[place.kind], names => leftOutNote(names, words));
}


/***/ }),

/***/ 2186:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  At: () => (batchLastsMs),
  SU: () => (hasBegun),
  _y: () => (batchTookMs),
  iD: () => (rolloutStartMs),
  ri: () => (batchTotal)
});
/* unused harmony export isRunning */
/* harmony import */ var _statuses_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(525);

function hasBegun({ status, startMs }) {
  return startMs !== undefined || (status !== undefined && (0,_statuses_js__WEBPACK_IMPORTED_MODULE_0__/* .phaseOf */ .hU)(status) !== 'to-come');
}
function isRunning(batch) {
  return (0,_statuses_js__WEBPACK_IMPORTED_MODULE_0__/* .phaseOf */ .hU)(batch.status) !== undefined && hasBegun(batch) && !(0,_statuses_js__WEBPACK_IMPORTED_MODULE_0__/* .hasEnded */ .hY)(batch.status);
}
function batchTookMs({ startMs, updateMs }) {
  return startMs === undefined || updateMs === undefined || updateMs < startMs
    ? undefined
    : updateMs - startMs;
}
function batchLastsMs(batch, nowWallMs) {
  return batchTookMs(isRunning(batch) ? { startMs: batch.startMs, updateMs: nowWallMs } : batch);
}
function batchTotal(order) {
  return Math.max(order.batchCount ?? 0, order.batches.length);
}
function rolloutStartMs({ batches }) {
  return batches.reduce((least, { startMs }) => (startMs === undefined || (least ?? Infinity) < startMs ? least : startMs), undefined);
}


/***/ }),

/***/ 434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  GX: () => (courseAfter),
  QN: () => (timelineAfter),
  Tx: () => (toldInOrder),
  eo: () => (NO_CHANGES),
  iv: () => (changesBetween),
  sc: () => (NO_COURSE)
});
/* unused harmony export KEPT_AT_EACH_END */
/* harmony import */ var _change_order_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2186);
/* harmony import */ var _statuses_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(525);


function changesBetween(before, after, atMs) {
  const first = before === undefined ? [{ kind: 'first-seen', atMs, order: after }] : [];
  const changes = [...first, ...batchChanges(before, after, atMs)];
  if (before !== undefined && before.status !== after.status) {
    changes.push({ kind: 'status', atMs, status: after.status });
  }
  if ((before?.subStatus ?? 0) !== (after.subStatus ?? 0)) {
    changes.push({ kind: 'sub-status', atMs, subStatus: after.subStatus });
  }
  return changes;
}
function batchChanges(before, after, atMs) {
  return after.batches.flatMap((batch, index) => {
    const { status } = batch;
    const statusBefore = before?.batches[index]?.status ?? 0;
    if (status === undefined || status === statusBefore)
      return [];
    const place = { number: index + 1, of: (0,_change_order_js__WEBPACK_IMPORTED_MODULE_0__/* .batchTotal */ .ri)(after) };
    return [{ kind: 'batch', atMs, ...place, status, tookMs: (0,_change_order_js__WEBPACK_IMPORTED_MODULE_0__/* .batchTookMs */ ._y)(batch) }];
  });
}
const KEPT_AT_EACH_END = 200;
const NO_CHANGES = { changes: [], leftOut: 0 };
function timelineAfter(before, further) {
  if (further.length === 0)
    return before;
  const changes = [...before.changes, ...further];
  const excess = changes.length - 2 * KEPT_AT_EACH_END;
  if (excess <= 0)
    return { changes, leftOut: before.leftOut };
  return {
    changes: [...changes.slice(0, KEPT_AT_EACH_END), ...changes.slice(-KEPT_AT_EACH_END)],
    leftOut: before.leftOut + excess,
  };
}
function toldInOrder({ changes, leftOut }, tell, tellLeftOut) {
  if (leftOut === 0)
    return changes.map(tell);
  return [
    ...changes.slice(0, KEPT_AT_EACH_END).map(tell),
    tellLeftOut(leftOut),
    ...changes.slice(KEPT_AT_EACH_END).map(tell),
  ];
}
const NO_COURSE = { lastSurpriseMs: undefined, isUsual: true, batchesSeenMs: new Map() };
function courseAfter(before, changes) {
  let { lastSurpriseMs, isUsual: wasUsual } = before;
  for (const change of changes) {
    const usual = change.kind !== 'sub-status' && (0,_statuses_js__WEBPACK_IMPORTED_MODULE_1__/* .isUsual */ .Bi)(statusIn(change));
    const isSurprise = change.kind === 'status' ? !(usual && wasUsual) : !usual;
    if (isSurprise)
      lastSurpriseMs = change.atMs;
    if (change.kind === 'status' || change.kind === 'first-seen')
      wasUsual = usual;
  }
  return { lastSurpriseMs, isUsual: wasUsual, batchesSeenMs: seenAfter(before.batchesSeenMs, changes) };
}
function seenAfter(before, changes) {
  let seen;
  for (const change of changes) {
    if (change.kind !== 'batch' || (seen ?? before).has(change.number))
      continue;
    seen ??= new Map(before);
    seen.set(change.number, change.atMs);
  }
  return seen ?? before;
}
function statusIn(change) {
  return change.kind === 'first-seen' ? change.order.status : change.status;
}


/***/ }),

/***/ 1931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  Ge: () => (isDoubtful),
  JK: () => (faultAnswer),
  dR: () => (isFinal),
  l0: () => (pauseAfter)
});
/* unused harmony export FAULT_REASONS */
const FAULT_REASONS = {
  throttled: 'passing',
  'no-such-order': 'doubtful',
  network: 'passing',
  'unknown-host': 'doubtful',
  'no-answer': 'passing',
  server: 'passing',
  'not-documented': 'doubtful',
  malformed: 'passing',
  'not-the-api': 'passing',
  'too-large': 'passing',
  'nonce-used': 'passing',
  contradictory: 'doubtful',
  permission: 'final',
  credentials: 'final',
  'credentials-expired': 'final',
  clock: 'final',
  parameter: 'final',
  place: 'final',
  'no-such-application': 'final',
  certificate: 'final',
  'no-id-token': 'final',
  'role-refused': 'final',
};
function faultAnswer(action, reason, more = {}) {
  return { kind: 'fault', fault: { action, reason, message: '', ...more } };
}
function isFinal(fault) {
  return FAULT_REASONS[fault.reason] === 'final';
}
function isDoubtful(fault) {
  return FAULT_REASONS[fault.reason] === 'doubtful';
}
function pauseAfter(fault) {
  if (fault === undefined)
    return {};
  const asked = fault.reason === 'throttled' || fault.retryAfterMs !== undefined;
  return asked ? { pause: { hintMs: fault.retryAfterMs } } : {};
}


/***/ }),

/***/ 4420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  LD: () => (decide),
  X9: () => (lastPollDecides),
  _g: () => (DOUBT_STANDS_MS),
  ab: () => (aimsMsOf),
  gU: () => (refusalStands),
  my: () => (dueMsOf)
});
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1931);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8152);
/* harmony import */ var _reading_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9323);



const DOUBT_STANDS_MS = 15_000;
const FAULTY_LOOKS = 3;
function decide(progress, nowMs, limits) {
  const last = endingOfLastPoll(progress);
  const awaitsRollback = limits.rollbackAsked === true && last?.cause.kind === 'needs-rollback';
  return ((awaitsRollback ? undefined : last) ??
    endingOfDoubt(progress, nowMs, dueMsOf(progress, limits)) ??
    endingOfOutage(progress, nowMs, limits) ??
    endingOfManualStep(progress, nowMs, limits) ??
    (nowMs >= dueMsOf(progress, limits) ? end('timed-out', { kind: 'deadline' }) : undefined));
}
function aimsMsOf({ doubt, unreadableSinceMs }, limits) {
  const doubtStandsMs = doubt === undefined ? [] : [doubt.sinceMs + DOUBT_STANDS_MS];
  const outageEndsMs = unreadableSinceMs === undefined ? [] : [unreadableSinceMs + limits.outageToleranceMs];
  return [...doubtStandsMs, ...outageEndsMs];
}
function dueMsOf({ manual }, { deadlineMs, manualStepTimeoutMs }) {
  return (0,_progress_js__WEBPACK_IMPORTED_MODULE_1__/* .dueMs */ .xY)(manual, deadlineMs, manualStepTimeoutMs);
}
function endingOfManualStep(progress, nowMs, limits) {
  const { order, manual } = progress;
  if (order === undefined || manual.sinceMs === undefined)
    return undefined;
  const ranOut = limits.manualStepTimeoutMs !== undefined && nowMs >= dueMsOf(progress, limits);
  if (!ranOut && !limits.failOnManualStep)
    return undefined;
  return end('awaiting-manual-step', { kind: 'manual-step', status: order.status, ranOut });
}
function lastPollDecides(progress) {
  return endingOfLastPoll(progress) !== undefined;
}
function endingOfLastPoll({ last }) {
  switch (last?.kind) {
    case 'read':
      return endingOfReading((0,_reading_js__WEBPACK_IMPORTED_MODULE_2__/* .readingOf */ .M)(last.order, last.dated));
    case 'foreign':
      return end('error', { kind: 'foreign', appId: last.appId });
    case 'stale':
      return end('not-found', { kind: 'stale', startMs: last.startMs });
    case 'faulty':
      return (0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .isFinal */ .dR)(last.fault) ? end('unreadable', { kind: 'refused', fault: last.fault }) : undefined;
    case 'unlisted':
    case undefined:
      return undefined;
  }
}
function endingOfReading(reading) {
  switch (reading.kind) {
    case 'succeeded':
      return end('succeeded', { kind: 'succeeded' });
    case 'failed':
    case 'terminated':
    case 'system-error':
      return end(reading.kind, { kind: 'ended-badly', how: reading.kind });
    case 'needs-rollback':
      return end('needs-rollback', { kind: 'needs-rollback' });
    case 'doubtful':
    case 'undecided':
      return undefined;
  }
}
function endingOfDoubt({ doubt }, nowMs, dueAtMs) {
  if (doubt === undefined)
    return undefined;
  const stands = doubt.evidence.kind === 'faulty' ? refusalStands(doubt) : standsLong(doubt);
  const shownAtDeadline = doubt.lastMs >= dueAtMs && nowMs >= dueAtMs;
  return stands || shownAtDeadline ? endingOfEvidence(doubt.evidence) : undefined;
}
function refusalStands(doubt) {
  return standsLong(doubt) && doubt.polls >= FAULTY_LOOKS;
}
function standsLong({ sinceMs, lastMs }) {
  return lastMs - sinceMs >= DOUBT_STANDS_MS;
}
function endingOfEvidence(look) {
  switch (look.kind) {
    case 'faulty':
      return look.fault.reason === 'no-such-order'
        ? end('not-found', { kind: 'absent', fault: look.fault })
        : end('unreadable', { kind: 'refused', fault: look.fault });
    case 'unlisted':
      return end('unreadable', { kind: 'unlisted' });
    case 'read': {
      const reading = (0,_reading_js__WEBPACK_IMPORTED_MODULE_2__/* .readingOf */ .M)(look.order, look.dated);
      if (reading.kind !== 'doubtful')
        return undefined;
      return endingOfDoubtful(reading, look.claimedMs);
    }
    case 'foreign':
    case 'stale':
      return undefined;
  }
}
function endingOfDoubtful(reading, claimedMs) {
  switch (reading.doubt) {
    case 'contradicted':
      return end('failed', { kind: reading.doubt, evidence: reading.evidence });
    case 'batch-unknown':
    case 'batch-open':
      return end('unreadable', { kind: reading.doubt, evidence: reading.evidence });
    case 'batches-differ':
      return end('unreadable', { kind: reading.doubt, evidence: reading.evidence });
    case 'undated':
      return end('unreadable', { kind: reading.doubt, claimedMs });
  }
}
function endingOfOutage(progress, nowMs, limits) {
  const { unreadableSinceMs, lastFault } = progress;
  if (unreadableSinceMs === undefined || lastFault === undefined)
    return undefined;
  const lastedMs = nowMs - unreadableSinceMs;
  if (lastedMs < limits.outageToleranceMs)
    return undefined;
  const fault = lastFault;
  return end('unreadable', (0,_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .isDoubtful */ .Ge)(fault) ? { kind: 'refused', fault } : { kind: 'outage', fault, lastedMs });
}
function end(verdict, cause) {
  return { verdict, cause };
}


/***/ }),

/***/ 8152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  AU: () => (fold),
  Tm: () => (awaitsPerson),
  cf: () => (NO_PROGRESS),
  xY: () => (dueMs)
});
/* unused harmony exports NO_MANUAL_TIME, manualTimeAfter */
/* harmony import */ var _changes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(434);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1931);
/* harmony import */ var _reading_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9323);
/* harmony import */ var _statuses_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(525);




const NO_MANUAL_TIME = { sinceMs: undefined, usedMs: 0 };
function awaitsPerson({ status }) {
  return (0,_statuses_js__WEBPACK_IMPORTED_MODULE_3__/* .manualStepOf */ .U1)(status) !== undefined;
}
function manualTimeAfter({ sinceMs, usedMs }, order, nowMs) {
  if (awaitsPerson(order))
    return { sinceMs: sinceMs ?? nowMs, usedMs };
  return { sinceMs: undefined, usedMs: usedMs + (sinceMs === undefined ? 0 : nowMs - sinceMs) };
}
function dueMs({ sinceMs, usedMs }, deadlineMs, manualStepTimeoutMs) {
  if (manualStepTimeoutMs === undefined)
    return deadlineMs;
  return sinceMs === undefined ? deadlineMs + usedMs : sinceMs + Math.max(0, manualStepTimeoutMs - usedMs);
}
const NO_PROGRESS = {
  order: undefined,
  readAtMs: undefined,
  last: undefined,
  lastFault: undefined,
  unreadableSinceMs: undefined,
  doubt: undefined,
  manual: NO_MANUAL_TIME,
  polledBeforeMs: undefined,
  polledMs: undefined,
  quietPolls: 0,
  polls: 0,
  throttles: 0,
  faults: 0,
  timeline: _changes_js__WEBPACK_IMPORTED_MODULE_0__/* .NO_CHANGES */ .eo,
  news: _changes_js__WEBPACK_IMPORTED_MODULE_0__/* .NO_CHANGES */ .eo,
  course: _changes_js__WEBPACK_IMPORTED_MODULE_0__/* .NO_COURSE */ .sc,
};
function fold(before, look, nowMs) {
  const doubt = doubtAfter(before.doubt, look, nowMs);
  const changes = look.kind === 'read' ? (0,_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .changesBetween */ .iv)(before.order, look.order, nowMs) : [];
  const newDoubt = doubt !== undefined && doubt.kind !== before.doubt?.kind;
  const known = {
    ...before,
    last: look,
    polledBeforeMs: before.polledMs,
    polledMs: nowMs,
    polls: before.polls + 1,
    quietPolls: changes.length > 0 || newDoubt ? 0 : before.quietPolls + 1,
    doubt,
    news: (0,_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .timelineAfter */ .QN)(_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .NO_CHANGES */ .eo, changes),
  };
  switch (look.kind) {
    case 'read':
      return {
        ...known,
        order: look.order,
        readAtMs: nowMs,
        manual: manualTimeAfter(before.manual, look.order, nowMs),
        unreadableSinceMs: undefined,
        timeline: (0,_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .timelineAfter */ .QN)(before.timeline, changes),
        course: (0,_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .courseAfter */ .GX)(before.course, changes),
      };
    case 'faulty':
      return { ...known, ...afterFault(before, look.fault, nowMs) };
    case 'foreign':
    case 'stale':
    case 'unlisted':
      return { ...known, unreadableSinceMs: undefined };
  }
}
function doubtAfter(before, look, nowMs) {
  const kind = doubtIn(look);
  if (kind === 'unknown')
    return before;
  if (kind === undefined)
    return undefined;
  const again = before?.kind === kind ? before : { sinceMs: nowMs, polls: 0 };
  return { kind, sinceMs: again.sinceMs, lastMs: nowMs, polls: again.polls + 1, evidence: look };
}
function doubtIn(look) {
  switch (look.kind) {
    case 'read': {
      const reading = (0,_reading_js__WEBPACK_IMPORTED_MODULE_2__/* .readingOf */ .M)(look.order, look.dated);
      return reading.kind === 'doubtful' ? reading.doubt : undefined;
    }
    case 'unlisted':
      return 'unlisted';
    case 'foreign':
    case 'stale':
      return undefined;
    case 'faulty':
      return doubtOfFault(look.fault);
  }
}
function doubtOfFault({ reason }) {
  switch (reason) {
    case 'no-such-order':
      return 'absent';
    case 'not-documented':
      return 'refused';
    case 'contradictory':
    case 'unknown-host':
      return reason;
    default:
      return 'unknown';
  }
}
function afterFault(before, fault, nowMs) {
  const lastFault = fault;
  if ((0,_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .isFinal */ .dR)(fault))
    return { lastFault };
  if (fault.reason === 'throttled') {
    return { lastFault, throttles: before.throttles + 1, unreadableSinceMs: undefined };
  }
  if (fault.reason === 'no-such-order')
    return { lastFault, unreadableSinceMs: undefined };
  const faults = before.faults + 1;
  if (fault.reason === 'contradictory')
    return { lastFault, faults, unreadableSinceMs: undefined };
  return { lastFault, faults, unreadableSinceMs: before.unreadableSinceMs ?? nowMs };
}


/***/ }),

/***/ 9323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  M: () => (readingOf)
});
/* harmony import */ var _statuses_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(525);

function readingOf(order, dated) {
  const failed = (0,_statuses_js__WEBPACK_IMPORTED_MODULE_0__/* .failedStatusName */ .J_)(order.status);
  if (failed !== undefined)
    return { kind: failed };
  if (order.subStatus === 1)
    return { kind: 'needs-rollback' };
  if (!(0,_statuses_js__WEBPACK_IMPORTED_MODULE_0__/* .hasSucceeded */ .yO)(order.status) || (order.subStatus ?? 0) !== 0)
    return { kind: 'undecided' };
  return doubtOfBatches(order) ?? (dated ? { kind: 'succeeded' } : { kind: 'doubtful', doubt: 'undated' });
}
function doubtOfBatches(order) {
  const failed = firstBatch(order, ({ status }) => (0,_statuses_js__WEBPACK_IMPORTED_MODULE_0__/* .failedStatusName */ .J_)(status) !== undefined);
  if (failed !== undefined)
    return { kind: 'doubtful', doubt: 'contradicted', evidence: failed };
  const unknown = firstBatch(order, ({ status }) => status === undefined);
  if (unknown !== undefined)
    return { kind: 'doubtful', doubt: 'batch-unknown', evidence: unknown };
  const open = firstBatch(order, ({ status }) => !(0,_statuses_js__WEBPACK_IMPORTED_MODULE_0__/* .hasSucceeded */ .yO)(status));
  if (open !== undefined)
    return { kind: 'doubtful', doubt: 'batch-open', evidence: open };
  const counts = batchCounts(order);
  return counts === undefined ? undefined : { kind: 'doubtful', doubt: 'batches-differ', evidence: counts };
}
function firstBatch(order, is) {
  const index = order.batches.findIndex(is);
  const batch = order.batches[index];
  return batch === undefined ? undefined : { number: index + 1, batch };
}
function batchCounts({ batches, batchCount, oddBatchCount = false }) {
  if (batches.length === 0)
    return undefined;
  const ids = batches.flatMap(({ pipelineId }) => (pipelineId === undefined ? [] : [pipelineId]));
  const shown = batches.length - ids.length + new Set(ids).size;
  const adds = !oddBatchCount && shown === batches.length && (batchCount ?? shown) === shown;
  return adds ? undefined : { shown, count: batchCount };
}


/***/ }),

/***/ 525:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  Bi: () => (isUsual),
  Er: () => (statusName),
  J_: () => (failedStatusName),
  U1: () => (manualStepOf),
  dX: () => (provesBegun),
  hU: () => (phaseOf),
  hY: () => (hasEnded),
  rL: () => (signOf),
  yO: () => (hasSucceeded)
});
/* unused harmony export STATUSES */
const STATUSES = {
  0: { name: 'preparing', phase: 'to-come', usual: true, sign: 'to-come' },
  1: { name: 'in-progress', phase: 'working', usual: true, sign: 'running' },
  2: { name: 'succeeded', phase: 'ended-well', usual: true, sign: 'succeeded' },
  3: { name: 'failed', phase: 'ended-badly', usual: false, sign: 'failed' },
  6: { name: 'terminated', phase: 'ended-badly', usual: false, sign: 'stopped' },
  8: {
    name: 'awaiting-release',
    phase: 'awaiting-person',
    awaits: 'release',
    usual: false,
    sign: 'awaiting-person',
  },
  9: { name: 'auto-pause', phase: 'pausing', usual: true, sign: 'pausing' },
  10: { name: 'system-error', phase: 'ended-badly', usual: false, sign: 'failed' },
  11: {
    name: 'awaiting-approval',
    phase: 'awaiting-person',
    awaits: 'approval',
    usual: false,
    sign: 'awaiting-person',
  },
  12: { name: 'approved', phase: 'due', usual: true, sign: 'running' },
};
function rowOf(status) {
  return status === undefined ? undefined : STATUSES[status];
}
function statusName(status) {
  return rowOf(status)?.name;
}
function phaseOf(status) {
  return rowOf(status)?.phase;
}
function provesBegun(status) {
  const row = rowOf(status);
  if (row?.phase === 'awaiting-person')
    return row.awaits === 'release';
  return row?.phase === 'working' || row?.phase === 'pausing' || row?.phase === 'ended-well';
}
function failedStatusName(status) {
  const row = rowOf(status);
  return row?.phase === 'ended-badly' ? row.name : undefined;
}
function hasSucceeded(status) {
  return phaseOf(status) === 'ended-well';
}
function hasEnded(status) {
  return hasSucceeded(status) || failedStatusName(status) !== undefined;
}
function manualStepOf(status) {
  const row = rowOf(status);
  return row?.phase === 'awaiting-person' ? row.awaits : undefined;
}
function isUsual(status) {
  return rowOf(status)?.usual ?? false;
}
function signOf(status) {
  return status === undefined ? 'to-come' : (rowOf(status)?.sign ?? 'unknown');
}


/***/ }),

/***/ 1393:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  O1: () => (VERDICT_FACTS),
  qs: () => (severityRank)
});
/* unused harmony exports EXIT_STATUS, VERDICTS */
const EXIT_STATUS = {
  succeeded: 0,
  'rollout-failed': 1,
  usage: 2,
  'timed-out': 3,
  'not-found': 4,
  unreadable: 5,
  'awaiting-person': 6,
  bug: 70,
  'hung-up': 129,
  interrupted: 130,
  quit: 131,
  terminated: 143,
};
const RED = {
  greenOf: undefined,
  conclusion: 'failure',
  sign: 'failed',
  end: 'bad',
  diagnosed: false,
};
const GREEN = {
  exit: 'succeeded',
  conclusion: 'success',
  sign: 'succeeded',
  end: 'good',
  diagnosed: false,
};
const BAD_ROLLOUT = { ...RED, exit: 'rollout-failed', diagnosed: true };
const VERDICT_FACTS = {
  error: { ...RED, exit: 'bug' },
  'needs-rollback': BAD_ROLLOUT,
  failed: BAD_ROLLOUT,
  'system-error': BAD_ROLLOUT,
  terminated: { ...BAD_ROLLOUT, sign: 'stopped' },
  unhealthy: BAD_ROLLOUT,
  superseded: { ...RED, exit: 'rollout-failed', sign: 'stopped' },
  unreadable: { ...RED, exit: 'unreadable', sign: 'unknown' },
  unverified: { ...RED, exit: 'unreadable', sign: 'unknown', end: 'open' },
  'not-found': { ...RED, exit: 'not-found', sign: 'unknown' },
  'timed-out': { ...RED, exit: 'timed-out', conclusion: 'timed_out', sign: 'timed-out', diagnosed: true },
  'awaiting-manual-step': {
    ...RED,
    exit: 'awaiting-person',
    conclusion: 'action_required',
    sign: 'awaiting-person',
    end: 'open',
  },
  cancelled: { ...RED, exit: 'interrupted', conclusion: 'cancelled', sign: 'stopped', end: 'open' },
  'not-awaited': { ...RED, exit: 'rollout-failed', sign: 'stopped', end: 'open' },
  idle: { ...GREEN, greenOf: 'idle' },
  succeeded: { ...GREEN, greenOf: 'gate' },
};
const VERDICTS = Object.keys(VERDICT_FACTS);
function severityRank(verdict) {
  return VERDICTS.indexOf(verdict);
}


/***/ }),

/***/ 7228:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  IN: () => (cutText),
  TN: () => (oneLine),
  X5: () => (cleanText),
  cT: () => (withoutSecrets),
  e5: () => (holdsNoSecret),
  kZ: () => (thrownText),
  om: () => (safeLine),
  qk: () => (foreignText),
  w$: () => (lastLines)
});
/* unused harmony exports plainText, isPlain, displayWidth, cutToWidth */
/* harmony import */ var _html_to_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7698);

const LONGEST_TEXT = 4_000;
const ANSI = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]/gu;
const LINE_BREAK_OR_TAB = /[\t\n\u000b\f\r\u001c-\u001e\u0085\u2028\u2029]+/gu;
const INVISIBLE = /[\p{Cc}\p{Cf}\u{e0000}-\u{e0fff}]/gu;
function cleanText(raw, maxLength = LONGEST_TEXT) {
  const line = oneLine(raw.slice(0, 4 * maxLength));
  return cutText(line.replace(/ {2,}/gu, ' ').trim(), maxLength);
}
const PLAIN = /^[ -~]*$/u;
function oneLine(raw) {
  if (PLAIN.test(raw))
    return raw;
  return raw.toWellFormed().replace(ANSI, '').replace(LINE_BREAK_OR_TAB, ' ').replace(INVISIBLE, '');
}
const NOT_PLAIN = /(?![\t\n\u000b\f\r\u001c-\u001e\u0085])[\p{Cc}\p{Cf}\u{e0000}-\u{e0fff}]/gu;
function plainText(raw) {
  return raw.toWellFormed().replace(ANSI, '').replace(NOT_PLAIN, '');
}
function isPlain(text) {
  return text.search(NOT_PLAIN) < 0 && text.isWellFormed();
}
function cutText(text, maxLength) {
  if (text.length <= maxLength)
    return text;
  return `${text.slice(0, maxLength - 1).replace(/[\ud800-\udbff]$/u, '')}…`;
}
const LONGEST_SECRET = 8_192;
const DEEPEST = 12;
const LONGEST_HTML = 32_000;
function foreignText(raw, maxLength, hide) {
  const most = 4 * maxLength + 2 * LONGEST_SECRET;
  const hidden = hide(cleanText(raw.slice(0, most), most));
  return cutText(raw.length > most ? hidden.slice(0, -LONGEST_SECRET) : hidden, maxLength);
}
function withoutSecrets(data, hide, depth = 0) {
  if (typeof data === 'string')
    return textWithout(data, hide);
  if (typeof data !== 'object' || data === null || depth >= DEEPEST)
    return data;
  if (Array.isArray(data)) {
    const items = data;
    for (let index = 0; index < items.length; index++) {
      items[index] = withoutSecrets(items[index], hide, depth + 1);
    }
    return items;
  }
  const fields = data;
  for (const name of Object.keys(fields)) {
    const before = fields[name];
    const after = withoutSecrets(before, hide, depth + 1);
    if (after !== before)
      fields[name] = after;
  }
  return fields;
}
function holdsNoSecret(body, hide) {
  return isPlain(body) && !/[\\<&]/u.test(body) && hide(body) === body;
}
function textWithout(text, hide) {
  const plain = isPlain(text) ? text : plainText(text);
  const hidden = hide(plain);
  const result = hidden === plain ? text : hidden;
  if (!/[<&]/u.test(result))
    return result;
  const read = plainText((0,_html_to_text_js__WEBPACK_IMPORTED_MODULE_0__/* .htmlToText */ .G)(result.slice(0, LONGEST_HTML)));
  const hiddenRead = hide(read);
  return hiddenRead === read ? result : `${hiddenRead}${result.slice(LONGEST_HTML)}`;
}
const LONGEST_REASON = 500;
function thrownText(thrown, hide) {
  try {
    return foreignText(String(thrown instanceof Error ? thrown.message : thrown), LONGEST_REASON, hide);
  }
  catch {
    return 'something that cannot be shown';
  }
}
function safeLine(text) {
  return oneLine(text)
    .replace(/##(?=\[)/gu, '## ')
    .replace(/^(\s*):(?=:)/u, '$1: ');
}
const MOST_LINES = 50;
const LONGEST_LINE = 500;
const LONGEST_TAIL = 4 * MOST_LINES * LONGEST_LINE;
function lastLines(log) {
  const lines = log
    .slice(-LONGEST_TAIL)
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map(line => cutText(oneLine(line.replaceAll('\t', '    ')).trimEnd(), LONGEST_LINE));
  const end = lines.findLastIndex(line => line !== '');
  return lines.slice(0, end + 1).slice(-MOST_LINES);
}
let segmenter;
function graphemesOf(text) {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}
const WIDE = /^(?:\p{Emoji_Presentation}|.\ufe0f|[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}])/u;
const NARROW = /^[ -~·–…─-▟⠀-⣿]*$/u;
function displayWidth(text) {
  if (NARROW.test(text))
    return text.length;
  return graphemesOf(text).reduce((sum, grapheme) => sum + widthOf(grapheme), 0);
}
function cutToWidth(text, columns) {
  if (displayWidth(text) <= columns)
    return text;
  if (columns < 1)
    return '';
  let kept = '';
  let width = 0;
  for (const grapheme of graphemesOf(text)) {
    width += widthOf(grapheme);
    if (width > columns - 1)
      break;
    kept += grapheme;
  }
  return `${kept}…`;
}
function widthOf(grapheme) {
  return WIDE.test(grapheme) ? 2 : 1;
}


/***/ }),

/***/ 7698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  G: () => (htmlToText)
});
const LINE_ELEMENTS = new Set(('address article aside blockquote br caption center dd details div dl dt fieldset figcaption figure ' +
  'footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table td th title tr ul').split(' '));
const INLINE_ELEMENTS = new Set(('a abbr acronym audio b base bdi bdo big body button canvas cite code col colgroup data datalist del dfn ' +
  'dialog em embed font frame frameset head html i iframe img input ins kbd label legend link map mark ' +
  'meta meter noscript object optgroup option output param picture progress q rp rt ruby s samp script ' +
  'select small source span strike strong style sub sup svg tbody template textarea tfoot thead time track ' +
  'tt u var video wbr').split(' '));
const UNREAD_ELEMENTS = new Set(['script', 'style']);
const ENTITIES = {
  amp: '&',
  apos: "'",
  gt: '>',
  hellip: '…',
  ldquo: '“',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  middot: '·',
  nbsp: ' ',
  ndash: '–',
  quot: '"',
  rdquo: '”',
  rsquo: '’',
};
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/giu;
const NAME = /^<\/?([a-z][^\s/>]*)/iu;
const HREF = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/iu;
const WEB_ADDRESS = /^https?:\/\/[^\s<>"'`]+$/iu;
function htmlToText(html) {
  const reader = new HtmlReader(html);
  return reader.text().replace(/<([a-z/!?][^<>]*)(>?)/giu, (_, inside, end) => 
  end === '' ? `‹${inside}` : `‹${inside}›`);
}
class HtmlReader {
  #html;
  #parts = [];
  #at = 0;
  #link;
  constructor(html) {
    this.#html = html;
  }
  text() {
    for (;;) {
      const open = this.#html.indexOf('<', this.#at);
      if (open < 0 || !this.#readMarkup(open))
        break;
    }
    this.#takeText(this.#html.length);
    this.#closeLink();
    return this.#parts.join('');
  }
  #readMarkup(open) {
    const html = this.#html;
    if (!/[a-z/!?]/iu.test(html[open + 1] ?? '')) {
      this.#takeText(open + 1);
      return true;
    }
    const isComment = html.startsWith('<!--', open);
    const end = isComment ? html.indexOf('-->', open + 4) : tagEnd(html, open);
    if (end < 0)
      return false;
    const tag = html.slice(open, end + 1);
    const name = isComment ? '' : NAME.exec(tag)?.[1]?.toLowerCase();
    if (!isComment && (!tag.endsWith('>') || !isMarkup(name))) {
      this.#takeText(tag.endsWith('>') ? end + 1 : Math.max(end, open + 1));
      return true;
    }
    this.#takeText(open);
    this.#at = end + (isComment ? 3 : 1);
    this.#readTag(tag, name ?? '');
    return true;
  }
  #takeText(end) {
    this.#parts.push(decodeEntities(this.#html.slice(this.#at, end)));
    this.#at = end;
  }
  #readTag(tag, name) {
    const closes = tag.startsWith('</');
    if (name === 'a') {
      this.#closeLink();
      const address = closes ? undefined : addressIn(tag);
      if (address !== undefined)
        this.#link = { address, from: this.#parts.length };
    }
    if (LINE_ELEMENTS.has(name))
      this.#parts.push('\n');
    if (closes || !UNREAD_ELEMENTS.has(name))
      return;
    const end = new RegExp(`</${name}(?=[\\s/>])`, 'giu');
    end.lastIndex = this.#at;
    this.#at = end.exec(this.#html)?.index ?? this.#html.length;
  }
  #closeLink() {
    if (this.#link === undefined)
      return;
    const { address, from } = this.#link;
    const words = this.#parts.slice(from).join('').trim();
    if (words !== address)
      this.#parts.push(words === '' ? address : ` (${address})`);
    this.#link = undefined;
  }
}
function isMarkup(name) {
  return name === undefined || LINE_ELEMENTS.has(name) || INLINE_ELEMENTS.has(name);
}
function tagEnd(html, open) {
  let quote = '';
  for (let at = open + 1; at < html.length; at++) {
    const char = html[at] ?? '';
    if (quote !== '') {
      if (char === quote)
        quote = '';
    }
    else if (char === '>' || char === '<') {
      return at;
    }
    else if ((char === '"' || char === "'") && html[at - 1] === '=') {
      quote = char;
    }
  }
  return -1;
}
function addressIn(tag) {
  const [, double, single, bare] = HREF.exec(tag) ?? [];
  const address = decodeEntities(double ?? single ?? bare ?? '').trim();
  return WEB_ADDRESS.test(address) ? address : undefined;
}
function decodeEntities(text) {
  return text.replace(ENTITY, (whole, decimal, hex, name) => {
    if (name !== undefined)
      return ENTITIES[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : '\ufffd';
  });
}


/***/ }),

/***/ 239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  E: () => (present),
  o: () => (joined)
});
function present(...parts) {
  return parts.filter((part) => part !== false && part !== undefined && part !== '');
}
function joined(between, ...parts) {
  return present(...parts).join(between);
}


/***/ }),

/***/ 6856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  Hx: () => (isTokenLike),
  h_: () => (isMaskable),
  pO: () => (Redactor)
});
/* unused harmony export spellingsOf */
/* harmony import */ var _clean_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7228);

const SHORTEST = 5;
const SHORTEST_OF_ONE_KIND = 8;
const ONE_KIND = /^(?:\p{L}\p{Ll}*|\p{Lu}+|\p{Nd}+)$/u;
const OWN_WORDS = [
  'sae-rollout-gate',
  'changeOrderId appId coType regionId endpoint timeout accessKeyId accessKeySecret securityToken roleArn',
  'DescribeChangeOrder ListChangeOrders DescribePipeline AssumeRoleWithOIDC AliyunSAEReadOnlyAccess',
  'application deployment instance succeeded terminated cancelled unreadable requestId',
  'serverless production staging development administrator password anonymous username',
  'sae.cn-hangzhou.aliyuncs.com cn-shanghai cn-beijing cn-shenzhen ap-southeast-1 localhost 127.0.0.1',
]
  .join(' ')
  .toLowerCase();
function isMaskable(secret) {
  const text = secret.trim();
  if (text.length < SHORTEST)
    return false;
  if (text.length < SHORTEST_OF_ONE_KIND && ONE_KIND.test(text))
    return false;
  return !OWN_WORDS.includes(text.toLowerCase());
}
function isTokenLike(text) {
  return text.length >= 16 && /\p{L}/u.test(text) && /\p{Nd}/u.test(text);
}
const ENTITY_NAMES = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": 'apos',
  ' ': 'nbsp',
};
const known = new Map();
function spellingsOf(character) {
  const before = known.get(character);
  if (before !== undefined)
    return before;
  const spellings = /^[A-Za-z0-9]$/u.test(character) ? [character] : everyWay(character);
  known.set(character, spellings);
  return spellings;
}
function everyWay(character) {
  const code = character.codePointAt(0) ?? 0;
  const bytes = [...new TextEncoder().encode(character)].map(byte => byte.toString(16).padStart(2, '0'));
  const percent = `%${bytes.join('%')}`;
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  const json = units.map(unit => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
  const name = ENTITY_NAMES[character];
  const spellings = [
    character,
    percent,
    percent.toUpperCase(),
    percent.replaceAll('%', '%25'),
    percent.toUpperCase().replaceAll('%', '%25'),
    JSON.stringify(character).slice(1, -1),
    json,
    json.replaceAll(/[a-f]/gu, digit => digit.toUpperCase()),
    `&#${code};`,
    `&#x${code.toString(16)};`,
    `&#x${code.toString(16).toUpperCase()};`,
    ...(name === undefined ? [] : [`&${name};`, `\\&${name};`]),
    ...(/[@#-]/u.test(character) ? [`${character}<span></span>`] : []),
    ...(character === '/' ? ['\\/'] : []),
    ...(/\s/u.test(character) ? [' ', '+', '%20'] : []),
  ];
  return [...new Set(spellings)].sort((a, b) => b.length - a.length);
}
const HIDDEN = '***';
const LEAST_BEGINNING = 10;
const RANDOM = /\d|\p{Ll}\p{Lu}/u;
class Redactor {
  #secrets = new Set();
  #needles = new Map();
  #seconds = new Map();
  #starts;
  mask(secret) {
    if (!isMaskable(secret))
      return false;
    if (this.#secrets.has(secret))
      return true;
    this.#secrets.add(secret);
    const texts = new Set([secret, (0,_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(secret), secret.toWellFormed()].filter(isMaskable));
    this.#starts = undefined;
    for (const text of texts) {
      const characters = Array.from(text);
      const least = RANDOM.test(characters.slice(0, LEAST_BEGINNING).join('')) ? LEAST_BEGINNING : Infinity;
      this.#add({ units: characters.map(spellingsOf), least: Math.min(characters.length, least) });
    }
    return true;
  }
  redact = text => {
    if (this.#secrets.size === 0)
      return text;
    const parts = [];
    let takenTo = 0;
    let hiddenTo = 0;
    this.#starts ??= startsOf(this.#seconds);
    for (let at = nextStart(this.#starts, text, 0); at >= 0; at = nextStart(this.#starts, text, at + 1)) {
      const end = this.#endOf(text, at, text.charCodeAt(at));
      if (end <= hiddenTo)
        continue;
      if (at >= hiddenTo || parts.length === 0)
        parts.push(text.slice(takenTo, at), HIDDEN);
      hiddenTo = end;
      takenTo = end;
    }
    return parts.length === 0 ? text : `${parts.join('')}${text.slice(takenTo)}`;
  };
  #add(needle) {
    const [firsts = [], seconds = []] = needle.units;
    for (const first of firsts) {
      const code = first.charCodeAt(0);
      const those = this.#needles.get(code) ?? [];
      this.#needles.set(code, those);
      if (!those.includes(needle))
        those.push(needle);
      const nexts = first.length > 1 ? [first.slice(1)] : seconds;
      const after = this.#seconds.get(code) ?? new Set();
      this.#seconds.set(code, after);
      for (const next of nexts)
        after.add(next.charCodeAt(0));
    }
  }
  #endOf(text, at, first) {
    let longest = 0;
    for (const needle of this.#needles.get(first) ?? [])
      longest = Math.max(longest, endOf(needle, text, at));
    return longest;
  }
}
function startsOf(seconds) {
  const unit = (code) => `\\u${code.toString(16).padStart(4, '0')}`;
  const pairs = [...seconds].map(([first, after]) => `${unit(first)}[${[...after].map(unit).join('')}]`);
  return new RegExp(pairs.join('|'), 'g');
}
function nextStart(starts, text, from) {
  starts.lastIndex = from;
  return starts.test(text) ? starts.lastIndex - 2 : -1;
}
function endOf({ units, least }, text, start) {
  let ends = [start];
  let found = 0;
  for (const spellings of units) {
    const further = furtherEnds(text, ends, spellings);
    if (further === undefined)
      break;
    ends = further;
    found++;
  }
  return found >= least ? Math.max(...ends) : 0;
}
function furtherEnds(text, ends, spellings) {
  let further;
  for (const end of ends) {
    const code = text.charCodeAt(end);
    for (const spelling of spellings) {
      if (spelling.charCodeAt(0) !== code || !text.startsWith(spelling, end))
        continue;
      const next = end + spelling.length;
      if (further === undefined)
        further = [next];
      else if (!further.includes(next))
        further.push(next);
    }
  }
  return further;
}


/***/ }),

/***/ 2597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  Of: () => (refusalOf),
  dw: () => (UNDO_TRIGGERS),
  ix: () => (triggerOf),
  wM: () => (refusalOfCase)
});
/* harmony import */ var _rollout_change_order_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2186);
/* harmony import */ var _rollout_reading_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9323);
/* harmony import */ var _rollout_statuses_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(525);



const UNDO_TRIGGERS = [
  'needs-rollback',
  'timed-out',
  'awaiting-manual-step',
  'cancelled',
];
function triggerOf(verdict, on) {
  return on.find(trigger => trigger === verdict);
}
function refusalOfCase(asked) {
  if (asked.targets !== 1)
    return { kind: 'several-targets' };
  if (asked.appId === undefined)
    return { kind: 'no-application' };
  if (asked.changeOrderId === undefined)
    return { kind: 'no-order' };
  if (!asked.givenById && asked.descriptionContains === undefined)
    return { kind: 'not-named' };
  if (asked.amongSeveral)
    return { kind: 'among-several' };
  return asked.createdAfterMs === undefined ? { kind: 'no-run-start' } : undefined;
}
function refusalOf(asked, reads) {
  const known = refusalOfCase(asked);
  if (known !== undefined)
    return known;
  for (const read of [reads.order, reads.orders, reads.lastOrderId]) {
    if (read.kind === 'fault')
      return { kind: 'unreadable', fault: read.fault };
  }
  const { order, orders, lastOrderId } = reads;
  if (order.kind === 'fault' || orders.kind === 'fault' || lastOrderId.kind === 'fault')
    return { kind: 'no-order' };
  return (refusalOfOwner(asked, order.value, orders.value) ??
    refusalOfAge(asked, order.value, orders.value) ??
    refusalOfState(asked.trigger, order.value) ??
    (lastOrderId.value === asked.changeOrderId
      ? undefined
      : { kind: 'not-last', lastOrderId: lastOrderId.value }));
}
function refusalOfOwner(asked, order, orders) {
  const listed = listedOf(asked, orders);
  if (order.changeOrderId !== asked.changeOrderId)
    return { kind: 'no-order' };
  const other = [order.appId, listed?.appId].find(appId => appId !== undefined && appId !== asked.appId);
  if (other !== undefined)
    return { kind: 'other-application', appId: other };
  if (listed === undefined)
    return { kind: 'unlisted' };
  return asked.givenById ? undefined : refusalOfChoice(asked, listed, orders);
}
function refusalOfChoice({ descriptionContains, createdAfterMs = Infinity }, listed, orders) {
  const fits = ({ description }) => descriptionContains !== undefined && description.includes(descriptionContains);
  if (!fits(listed))
    return { kind: 'other-description' };
  const others = orders.filter(order => order !== listed && fits(order));
  const isRecent = ({ createdMs = Infinity }) => createdMs >= wholeSecond(createdAfterMs);
  return others.some(isRecent) ? { kind: 'among-several' } : undefined;
}
function listedOf({ changeOrderId }, orders) {
  return orders.find(order => order.changeOrderId === changeOrderId);
}
const RESOLUTION_MS = 1_000;
function wholeSecond(epochMs) {
  return Math.floor(epochMs / RESOLUTION_MS) * RESOLUTION_MS;
}
function refusalOfAge(asked, order, orders) {
  const { createdAfterMs } = asked;
  if (createdAfterMs === undefined)
    return { kind: 'no-run-start' };
  const createdMs = listedOf(asked, orders)?.createdMs;
  if (createdMs === undefined)
    return { kind: 'undated', of: 'creation' };
  if (createdMs < wholeSecond(createdAfterMs))
    return { kind: 'too-old', of: 'creation', atMs: createdMs, createdAfterMs };
  const startMs = (0,_rollout_change_order_js__WEBPACK_IMPORTED_MODULE_0__/* .rolloutStartMs */ .iD)(order);
  if (startMs === undefined)
    return { kind: 'undated', of: 'start' };
  return startMs < createdAfterMs
    ? { kind: 'too-old', of: 'start', atMs: startMs, createdAfterMs }
    : undefined;
}
function refusalOfState(trigger, order) {
  const { status } = order;
  if ((0,_rollout_statuses_js__WEBPACK_IMPORTED_MODULE_2__/* .hasEnded */ .hY)(status))
    return { kind: 'ended', status };
  if ((0,_rollout_statuses_js__WEBPACK_IMPORTED_MODULE_2__/* .phaseOf */ .hU)(status) === undefined)
    return { kind: 'unknown-status', status };
  if (!isStill(trigger, order))
    return { kind: 'moved-on', status };
  return order.supportRollback === true ? undefined : { kind: 'not-supported' };
}
function isStill(trigger, order) {
  switch (trigger) {
    case 'needs-rollback':
      return (0,_rollout_reading_js__WEBPACK_IMPORTED_MODULE_1__/* .readingOf */ .M)(order, true).kind === 'needs-rollback';
    case 'awaiting-manual-step':
      return (0,_rollout_statuses_js__WEBPACK_IMPORTED_MODULE_2__/* .manualStepOf */ .U1)(order.status) !== undefined;
    case 'timed-out':
    case 'cancelled':
      return true;
  }
}


/***/ }),

/***/ 6028:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  $q: () => (undoResultOf),
  $z: () => (mayHaveCompleted),
  PR: () => (rolledBackOf),
  fV: () => (followedMs),
  xl: () => (rollbackOrderIdOf)
});
/* unused harmony export ROLLED_BACK */
function followedMs(startedMs, nowMs) {
  return Math.max(1, Math.floor((nowMs - startedMs) / 1_000)) * 1_000;
}
const ROLLED_BACK = (/* unused pure expression or super */ null && (['true', 'false', 'unknown']));
const FAILED_ROLLBACK = ['failed', 'terminated', 'system-error', 'needs-rollback'];
const HAS_ENDED = ['succeeded', 'failed', 'terminated', 'system-error'];
function rolledBackOf(undo) {
  switch (undo.kind) {
    case 'not-due':
    case 'not-written':
      return 'false';
    case 'under-way':
    case 'bug':
      return 'unknown';
    case 'sent':
      return rolledBackOfSent(undo);
  }
}
function rolledBackOfSent({ followed, runsAsBefore }) {
  if (hasFailed(followed))
    return 'false';
  if (followed === undefined || !HAS_ENDED.includes(followed.verdict))
    return 'unknown';
  return runsAsBefore || (followed.separate && followed.rollsBack) ? 'true' : 'unknown';
}
function hasFailed(followed) {
  return followed?.separate === true && followed.rollsBack && FAILED_ROLLBACK.includes(followed.verdict);
}
function mayHaveCompleted({ followed }) {
  return followed?.separate === false && followed.verdict === 'succeeded';
}
function undoResultOf(undo) {
  if (undo === undefined || undo.kind === 'not-due')
    return undefined;
  if (undo.kind === 'under-way')
    return undo.order === undefined ? 'asking' : 'following';
  if (undo.kind === 'not-written')
    return 'not-rolled-back';
  const rolledBack = rolledBackOf(undo);
  if (rolledBack === 'true')
    return 'rolled-back';
  if (rolledBack === 'false')
    return 'rollback-failed';
  return undo.kind === 'sent' && undo.accepted && undo.followed === undefined ? 'asked' : 'unknown';
}
function rollbackOrderIdOf(undo) {
  return undo?.kind === 'sent' ? undo.rollbackOrderId : undefined;
}


/***/ }),

/***/ 1153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  DG: () => (isLive),
  Dx: () => (isInErrorState),
  Wr: () => (isHealthy),
  b: () => (isUnchecked),
  i_: () => (isReady),
  jA: () => (isContainerRunning)
});
const GONE = ['Terminating', 'NotFound'];
const RUNNING = 'Running';
const HEALTHY = 'Healthy';
const UNCHECKED = [
  'WithoutHealthCheckConfig',
  'WithoutLivenessConfig',
  'WithoutReadinessConfig',
];
function isLive({ containerStatus }) {
  return containerStatus === undefined || !GONE.includes(containerStatus);
}
function isContainerRunning({ containerStatus }) {
  return containerStatus === RUNNING;
}
function isReady(instance) {
  return isContainerRunning(instance) && isHealthy(instance);
}
function isHealthy({ healthStatus = '' }) {
  return healthStatus === HEALTHY || UNCHECKED.includes(healthStatus);
}
function isUnchecked({ healthStatus = '' }) {
  return UNCHECKED.includes(healthStatus);
}
function isInErrorState({ containerStatus = '' }) {
  return /BackOff$|Err|Failed$|OOMKilled$|InvalidImageName$/u.test(containerStatus);
}


/***/ }),

/***/ 5911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  s: () => (catalogue)
});
;// CONCATENATED MODULE: ./build/src/words/en/statuses.js
const statusName = {
  preparing: 'preparing',
  'in-progress': 'in progress',
  succeeded: 'succeeded',
  failed: 'failed',
  terminated: 'terminated',
  'awaiting-release': 'waiting for a person to release the next batch',
  'auto-pause': 'pausing before the next batch, SAE continues by itself',
  'system-error': 'failed by a system exception',
  'awaiting-approval': 'waiting for approval',
  approved: 'approved, about to run',
};
function unknownStatus(status) {
  return `unknown status ${status}`;
}
function subStatusName(subStatus) {
  if (subStatus === undefined)
    return 'not reported';
  if (subStatus === 0)
    return 'normal';
  return subStatus === 1 ? 'an exception occurred' : `unknown sub-status ${subStatus}`;
}
const STATUS_WORDS = { statusName, unknownStatus };

// EXTERNAL MODULE: ./build/src/rollout/statuses.js
var statuses = __nccwpck_require__(525);
// EXTERNAL MODULE: ./build/src/words/facts.js
var facts = __nccwpck_require__(7636);
// EXTERNAL MODULE: ./build/src/words/format.js
var format = __nccwpck_require__(2384);
// EXTERNAL MODULE: ./build/src/text/clean.js
var clean = __nccwpck_require__(7228);
// EXTERNAL MODULE: ./build/src/text/parts.js
var text_parts = __nccwpck_require__(239);
;// CONCATENATED MODULE: ./build/src/words/en/phrases.js
function duration(durationMs) {
  return (0,format/* formatDuration */.a3)(durationMs, { ms: 'ms', s: 's', min: 'min', h: 'h' });
}
function sentence(text) {
  return /[.!?…。！？]$/u.test(text) ? text : `${text}.`;
}
function capitalized(text) {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
function count(n, one, many = `${one}s`) {
  return `${n} ${n === 1 ? one : many}`;
}
function batchName({ number, of }) {
  return `batch ${number} of ${of}`;
}
function targetName(order, appId) {
  return order === undefined ? `a rollout of application ${appId ?? ''}` : `change order ${order}`;
}
function releaseNeeded(order, application) {
  return `Release the next batch of change order ${order}${application === undefined ? '' : ` of ${application}`} in the console: SAE does not continue by itself.`;
}
function runAgain(changeOrderId) {
  return changeOrderId === ''
    ? 'run this step again'
    : `run this step again with changeOrderId "${changeOrderId}"`;
}
function approvalName(approvalId) {
  return aside(approvalId !== undefined && `approval ${approvalId}`);
}
function approvalNeeded(order, approvalId) {
  return `Approve change order ${order} in the console${approvalName(approvalId)}: it does not run until then.`;
}
function aside(...parts) {
  const text = (0,text_parts/* joined */.o)(', ', ...parts);
  return text === '' ? '' : ` (${text})`;
}
;// CONCATENATED MODULE: ./build/src/words/en/faults.js
const BYTES_IN_MIB = 1_048_576;
const DETAILS = {
  'given-up': 'given up',
  'time-limit': detail => `none within ${duration(detail.limitMs)}`,
  'too-large': detail => `the answer of ${detail.host} is larger than ${detail.limitBytes / BYTES_IN_MIB} MiB`,
  'no-data': 'the answer has no Data',
  'bad-field': detail => `${detail.field} is missing or not what the API documents`,
  contradictory: detail => `it says success, but its ${detail.field} is ${detail.code === undefined ? 'neither a text nor a number' : `"${detail.code}"`}`,
  'too-many': detail => `${detail.field} holds ${detail.count} items, which is more than any rollout can have (${detail.limit})`,
  'other-order': detail => `the answer is for the order "${detail.changeOrderId}"`,
  stranger: detail => strangerText(detail),
  'list-unfinished': 'the time was up before the list was read to its end',
  'list-bad': 'its list is not what the API documents',
  'list-changed': 'its list changed while it was read',
  'list-short': detail => `its pages hold no more than ${detail.size} ${detail.of} although it says ${detail.total ?? 'that there are more'}`,
  'list-endless': detail => `its list does not end within ${detail.pages} pages`,
  'list-lost': detail => `its list does not hold order ${detail.changeOrderId}, which it has shown before`,
  'list-contradicts': detail => `its list says something else about order ${detail.changeOrderId} than before`,
  'not-allowed': 'the job may not ask for one',
  'no-token': 'the answer holds no token',
  'token-file': detail => `ALIBABA_CLOUD_OIDC_TOKEN_FILE names "${detail.file}", ${(0,facts/* sayingOf */.NM)(TOKEN_FILE_PROBLEMS, detail.problem)}`,
  'by-token-file': 'asked with the token of ALIBABA_CLOUD_OIDC_TOKEN_FILE',
  'no-credentials': 'the answer holds no credentials as the API documents them',
};
function faultDetail(detail) {
  return (0,facts/* sayingOf */.NM)(DETAILS, detail);
}
const TOKEN_FILE_PROBLEMS = {
  missing: 'which does not exist',
  'not-a-file': 'which is no file but a folder, a pipe or a device',
  unreadable: problem => `which cannot be read (${problem.code})`,
  slow: problem => `which could not be read within ${duration(problem.limitMs)}`,
  empty: 'which is empty',
  'too-large': 'which is larger than any token that STS takes (20,000 characters)',
  'no-token': 'which holds something else than one token',
};
function strangerText({ bodyStart, contentType, location, }) {
  const start = bodyStart === '' ? 'an empty body' : `a body that begins "${bodyStart}"`;
  const to = location === undefined ? '' : `, a redirect to ${location}`;
  return `no answer of the API but ${start} (${contentType ?? 'no content type'}${to})`;
}
function clockIs(aheadMs) {
  return `This machine's clock is ${duration(Math.abs(aheadMs))} ${aheadMs > 0 ? 'behind' : 'ahead of'} the API's`;
}
function faultRemedy({ reason, action, clockAheadMs, detail }) {
  switch (reason) {
    case 'permission':
      return `Grant the RAM user or role of this key the action "sae:${action}" on "*" (the system policy AliyunSAEReadOnlyAccess holds it).`;
    case 'credentials':
      return 'Check that accessKeyId and accessKeySecret belong together, that the key exists and is active, and that securityToken is of the same session.';
    case 'credentials-expired':
      return 'The credentials have expired. Two ways out: let this action assume the role itself (roleArn, oidcProviderArn; it renews its session), or give aliyun/configure-aliyun-credentials-action a longer role-session-expiration.';
    case 'no-id-token':
      return detail?.kind === 'token-file'
        ? 'Check that the file in ALIBABA_CLOUD_OIDC_TOKEN_FILE is mounted, readable for this process, and holds the token alone. In ACK that is the work of RRSA: check that it is enabled for the cluster and injected into this pod.'
        : 'The job needs "permissions: id-token: write" (pull requests from forks cannot have it). Outside GitHub Actions ALIBABA_CLOUD_OIDC_TOKEN_FILE has to name the file that holds the token.';
    case 'role-refused':
      if (detail?.kind === 'by-token-file') {
        return 'Check ALIBABA_CLOUD_ROLE_ARN and ALIBABA_CLOUD_OIDC_PROVIDER_ARN, and that the trust policy of the role allows the issuer (oidc:iss), the audience (oidc:aud) and the subject (oidc:sub, such as system:serviceaccount:NAMESPACE:NAME) of the token in ALIBABA_CLOUD_OIDC_TOKEN_FILE, and sessions of roleSessionDuration.';
      }
      return action === 'AssumeRoleWithOIDC'
        ? 'Check roleArn and oidcProviderArn, that oidcAudience is a client id of the provider, and that the trust policy of the role allows this repository and branch (oidc:sub), that issuer (oidc:iss) and that audience (oidc:aud), and sessions of roleSessionDuration.'
        : 'Check that the RAM role in ALIBABA_CLOUD_ECS_METADATA is granted to this ECS instance.';
    case 'clock':
      return clockAheadMs === undefined
        ? "This machine's clock is more than 15 minutes off: set it by NTP and run the step again."
        : `${clockIs(clockAheadMs)}: set it by NTP and run the step again.`;
    case 'parameter':
      return action === 'ListApplications'
        ? 'Check appName and namespaceId: the API rejected them.'
        : 'Check changeOrderId and appId: the API rejected them.';
    case 'place':
      return action === 'ListApplications'
        ? 'Check namespaceId, regionId and endpoint: there is no such namespace, or SAE is not offered there.'
        : 'Check regionId and endpoint: SAE is not offered there, or the endpoint is not the SAE API of this region.';
    case 'not-documented':
      return "The request was refused each time for at least 15 s, with a code that the documentation of the API does not name: its message says what is known. Check the inputs and the permissions; Alibaba Cloud's support can find the request by its RequestId.";
    case 'unknown-host':
      return action === 'AssumeRoleWithOIDC'
        ? 'There is no host of this name. Check stsEndpoint, and the proxy if there is one.'
        : 'There is no host of this name. Check regionId (is it misspelt?) and endpoint, and the proxy if there is one.';
    case 'no-such-application':
      return 'Check appId, and that regionId is the region of the application.';
    case 'no-such-order':
      return 'Check changeOrderId and regionId.';
    case 'certificate':
      return "The server's certificate is not accepted. Check endpoint; behind a proxy with its own CA, name that CA in NODE_EXTRA_CA_CERTS.";
    case 'network':
    case 'no-answer':
      return 'Check that this runner reaches the endpoint (regionId, endpoint, proxy, firewall).';
    case 'not-the-api':
    case 'malformed':
    case 'too-large':
      return 'Check that endpoint is the SAE API and that no proxy answers in its place.';
    case 'contradictory':
      return 'Open the application in the SAE console to see what is really running. If the answers keep contradicting themselves, report the RequestId to Alibaba Cloud.';
    case 'throttled':
      return 'The account is over its limit of API calls: make fewer calls elsewhere, or have the limit raised.';
    case 'server':
    case 'nonce-used':
      return "SAE's API is in trouble: wait until it has recovered, and look into the console meanwhile.";
  }
}
const NO_SECOND_STEP = ['clock', 'contradictory', 'not-documented'];
function faultSteps(fault, changeOrderId) {
  const remedy = faultRemedy(fault);
  return NO_SECOND_STEP.includes(fault.reason) ? remedy : `${remedy}\nThen ${runAgain(changeOrderId)}.`;
}
const SHORT = {
  permission: 'access denied',
  credentials: 'credentials rejected',
  'credentials-expired': 'credentials expired',
  'no-id-token': 'no ID token',
  'role-refused': 'the role could not be assumed',
  clock: 'the clock of this machine is off',
  parameter: 'the API rejected the IDs',
  place: 'wrong region or endpoint',
  'not-documented': 'request rejected',
  'unknown-host': 'host not found',
  'no-such-application': 'application not found',
  'no-such-order': 'change order not found',
  certificate: 'certificate not trusted',
  network: 'API unreachable',
  'no-answer': 'API does not answer',
  'not-the-api': 'the answer is not from SAE',
  malformed: 'unexpected answer',
  'too-large': 'answer too large',
  contradictory: 'the answer contradicts itself',
  throttled: 'API calls throttled',
  server: 'API unavailable',
  'nonce-used': 'API unavailable',
};
function faultShort({ reason, action }) {
  return reason === 'permission' ? `${SHORT[reason]} (sae:${action})` : SHORT[reason];
}
function faultText(fault) {
  const { action, reason, code, httpStatus, requestId, message, detail } = fault;
  const inBrackets = aside(httpStatus !== undefined && `HTTP ${httpStatus}`, requestId !== undefined && `RequestId ${requestId}`);
  const own = detail === undefined ? '' : faultDetail(detail);
  const said = [message, own]
    .filter(text => text !== '')
    .map(text => `: ${text}`)
    .join('');
  switch (reason) {
    case 'network':
    case 'unknown-host':
    case 'certificate':
      return `${action} could not be asked${said}`;
    case 'no-answer':
      return `${action} got no answer${said}`;
    case 'no-id-token':
      return `${action} could not be obtained${inBrackets}${said}`;
    case 'contradictory':
      return `${action} got an answer that contradicts itself${inBrackets}${said}`;
    case 'malformed':
    case 'not-the-api':
    case 'too-large':
      return `${action} got an answer that cannot be used${inBrackets}${said}`;
    default:
      return `${action} answered ${code ?? 'with a failure'}${inBrackets}${said}`;
  }
}
const GITHUB_FAILURES = {
  'time-limit': failure => `no answer within ${duration(failure.limitMs)}`,
  'no-run-start': 'its answer does not tell when the run began',
  said: failure => failure.httpStatus === undefined ? failure.message : `HTTP ${failure.httpStatus}: ${failure.message}`,
};
function gitHubFailure(failure) {
  return (0,facts/* sayingOf */.NM)(GITHUB_FAILURES, failure);
}
const RUN_UNKNOWNS = {
  'not-asked': 'there is no token, or this is no workflow run',
  impossible: unknown => `GitHub answered ${cannotBe(unknown.startedMs)}`,
  refused: unknown => `GitHub answered HTTP ${unknown.httpStatus}`,
  failed: unknown => gitHubFailure(unknown.failure),
};
function runUnknownText(unknown) {
  return (0,facts/* sayingOf */.NM)(RUN_UNKNOWNS, unknown);
}
function startUnknownText({ run, eventFileMs }) {
  const file = eventFileMs === undefined ? 'there is no event file' : `the event file is dated ${cannotBe(eventFileMs)}`;
  return `${runUnknownText(run)}; ${file}`;
}
function cannotBe(startedMs) {
  return `${(0,format/* formatTime */.fU)(startedMs)}, which cannot be: a run lasts at most 35 days and does not begin in the future`;
}
;// CONCATENATED MODULE: ./build/src/words/en/notes.js
const KEEPS_WAITING = 'The gate keeps waiting, and runner minutes are billed meanwhile.';
const log = {
  started: (version) => `sae-rollout-gate ${version}`,
  waiting: (order, appId, place, timeoutMs) => `Waiting for ${targetName(order, appId)} (${place}), for at most ${duration(timeoutMs)}.`,
  waitingForFree: (application, place, timeoutMs) => `Waiting until application ${application} is free (${place}), for at most ${duration(timeoutMs)}.`,
  waitingForSeveral: (orders, place, timeoutMs, callsPerMinute) => `Waiting for ${orders} rollouts (${place}), for at most ${duration(timeoutMs)}, with at most ${callsPerMinute} calls a minute:`,
  target: targetName,
  following: (order) => `Polling change order ${order}.`,
  changesLeftOut: (changes) => `… ${count(changes, 'change')} left out …`,
  tookPlainNumber: ({ input, got, durationMs }) => `${input}: ${got} means ${duration(durationMs)} (plain numbers are seconds).`,
  shortPlainNumber: ({ input, got, durationMs }) => `${input}: ${got} is a plain number and means seconds, ${duration(durationMs)}. ` +
    `If you meant minutes, write ${got}m; if you meant seconds, write ${got}s.`,
  firstSeen: (name, type, status, batches) => `${name}${aside(type)}: ${status}${batches === 0 ? '' : `, ${count(batches, 'batch', 'batches')}`}`,
  order: (status) => `Change order: ${status}`,
  subStatus: (subStatus) => `SubStatus: ${subStatus}`,
  batch: (place, status, tookMs) => `${capitalized(batchName(place))}: ${status}${tookMs === undefined ? '' : ` after ${duration(tookMs)}`}`,
  heartbeat: (state, estimate, looks, leftMs) => `Still waiting: ${state}${estimate === '' ? '' : ` · ${estimate}`} · ${count(looks, 'poll')} · ${duration(leftMs)} until the deadline`,
  liveBeat: (state, estimate, leftMs) => `${state}${estimate === '' ? '' : ` · ${estimate}`} · ${duration(leftMs)} until the deadline`,
  stepHeartbeat: ({ all, going, red }, named, leftMs) => `Still waiting for ${going} of ${all} rollouts${aside(...named)}${red === 0 ? '' : ` · ${red} not successful`} · ${duration(leftMs)} until the deadline`,
  notSeenYet: 'the order has not been seen yet',
  trouble: (text) => `No usable answer, polling again: ${text}`,
  troubleOver: (faults, lastedMs) => `The API can be read again, after ${count(faults, 'failed poll')} in ${duration(lastedMs)}.`,
  doubtful: {
    absent: 'There is no such order (yet); polling for another 15 s before this counts.',
    contradicted: 'The order says succeeded although a batch says failed; polling for another 15 s before the verdict.',
    'batch-unknown': 'The order says succeeded although the status of a batch is not reported; polling for another 15 s.',
    'batch-open': 'The order says succeeded although a batch has not succeeded; polling for another 15 s before the verdict.',
    'batches-differ': 'The order says succeeded, but its batches are not as many as it says; polling for another 15 s.',
    undated: 'The order says succeeded, but its times do not match it to this run; polling for another 15 s.',
    contradictory: 'The answer says success and an error at once; polling for another 15 s before the verdict.',
    refused: 'The API refuses the request with a code that it does not document; polling for another 15 s before this counts.',
    'unknown-host': 'There is no host of this name (yet); polling for another 15 s before this counts.',
    unlisted: "The order is not in the application's list (yet); polling for another 15 s before this counts.",
  },
  request: (action, requestId, tookMs, outcome) => `${action} ${requestId ?? 'without RequestId'} ${duration(tookMs)}: ${outcome}`,
  notReported: (reason) => `Part of the report could not be written (the verdict stands): ${reason}`,
};
const warning = {
  unmaskableTitle: 'SAE rollout gate: a secret cannot be masked',
  unmaskable: (names) => `${names.join(', ')}: too short or too common to be masked: that would hide other text too. It is used, but may be shown if a server quotes it. Use a secret of at least 8 characters (5 if letters, digits and signs are mixed).`,
  releaseTitle: 'SAE rollout waits for a person',
  release: (order, application) => `${releaseNeeded(order, application)} ${KEEPS_WAITING}`,
  approvalTitle: 'SAE rollout waits for approval',
  approval: (order, approvalId) => `${approvalNeeded(order, approvalId)} ${KEEPS_WAITING}`,
  unknownStatusTitle: 'SAE rollout in an unknown state',
  unknownStatus: (what, value) => `The API answered ${what} ${value}, which its reference does not document. The gate treats it neither as success nor as failure and keeps waiting; check the console.`,
  durationTitle: 'SAE rollout gate: seconds or minutes?',
  clockTitle: 'SAE rollout gate: the clock is off',
  clock: (aheadMs) => `${clockIs(aheadMs)}, so the API refused a request. It was signed again with the API's time, as all later ones will be; nothing else uses that time. Set this machine's clock by NTP.`,
};
function estimateText({ fractionDone, remainingMs, usualMs, longerThanAny }) {
  return (0,text_parts/* joined */.o)(' · ', 
  fractionDone !== undefined && remainingMs === undefined && `${Math.floor(fractionDone * 100)} %`, remainingMs !== undefined && `about ${duration((0,format/* roughMs */.qx)(remainingMs))} left`, longerThanAny !== undefined && `longer than any of the last ${longerThanAny}`, usualMs !== undefined && `usually ${duration(usualMs)}`);
}
const CREDENTIALS = {
  keys: 'the access key of the inputs',
  role: 'the role of the inputs, assumed with the ID token of this workflow',
  'role-by-token-file': 'the role of the inputs, assumed with the token in ALIBABA_CLOUD_OIDC_TOKEN_FILE',
  'environment-keys': 'the access key of the environment',
  'environment-role': 'the role of the environment, assumed with the ID token of this workflow',
  'environment-role-by-token-file': 'the role of the environment, assumed with the token in ALIBABA_CLOUD_OIDC_TOKEN_FILE',
  'ecs-role': 'the RAM role of this ECS instance',
};
const REFUSALS = {
  'other-application': 'it belongs to another application',
  'other-type': 'its type is not in coType',
  'other-description': 'its description does not contain descriptionContains',
  'no-time': 'its time of creation is missing, unreadable or in the future',
  'too-old': 'it is too old',
  stale: 'its first batch began before this run',
};
const BOUNDS = {
  run: 'the start of this workflow run',
  job: 'the start of this job',
  'first-attempt': 'this run was first created',
  input: 'createdAfter',
  pipeline: 'the creation of this pipeline',
};
function orderName({ changeOrderId, coTypeCode, createdMs, description }) {
  const known = aside(coTypeCode, createdMs !== undefined && `of ${(0,format/* formatTime */.fU)(createdMs)}`, (0,clean/* cleanText */.X5)(description) !== '' && `"${(0,clean/* cleanText */.X5)(description, 80)}"`);
  return `${(0,clean/* cleanText */.X5)(changeOrderId, 100)}${known}`;
}
function blockingName(order) {
  return `change order ${orderName(order)}${order.createdBy === undefined ? '' : `, created by ${order.createdBy}`}`;
}
function andOthers(others) {
  return others === 0 ? '' : `, and ${count(others, 'further order', 'further orders')}`;
}
function blockedBy({ order, others }) {
  return `The application is not free; under way: ${blockingName(order)}${andOthers(others)}.`;
}
const NOTES = {
  credentials: note => `Credentials: ${CREDENTIALS[note.source]}.`,
  'unknown-co-type': note => `coType: "${note.coType}" is not in the API reference; the gate still searches for orders of exactly that type.`,
  bound: note => boundText(note.bound, note.agoMs),
  named: note => `appName: "${(0,clean/* cleanText */.X5)(note.appName, 100)}" is application ${note.appId}${aside(note.namespaceId !== undefined && `namespace ${note.namespaceId}`)}.`,
  'naming-trouble': note => `The application could not be looked up by its name, polling again: ${faultText(note.fault)}`,
  'search-trouble': note => `The list of orders could not be read, polling again: ${faultText(note.fault)}`,
  learnt: note => note.count === 1
    ? `The last rollout of this application and type took ${duration(note.usualMs)}.`
    : `The last ${note.count} rollouts of this application and type took ${duration(note.shortestMs)} to ${duration(note.longestMs)}, usually ${duration(note.usualMs)}.`,
  'blocked-by': note => blockedBy(note),
  'older-running': note => `Still running, but created before that, so skipped: ${orderName(note.order)}.`,
  'first-attempt': note => `This is a re-run, and no order was created since this attempt began: the newest since the run was created (${(0,format/* formatTime */.fU)(note.createdMs)}) is taken.`,
  chosen: note => note.of === 1
    ? `Chosen: ${orderName(note.order)}, the ${note.source === 'first-attempt' ? 'newest' : 'only'} order since ${BOUNDS[note.source]} that fits.`
    : `Chosen: ${orderName(note.order)}, the newest of ${note.of} orders since ${BOUNDS[note.source]} that fit. One of them belongs to this run and it is not known which, so all of them must succeed.`,
  stale: note => `Skipped: ${(0,clean/* cleanText */.X5)(note.changeOrderId, 100)}, whose first batch began at ${(0,format/* formatTime */.fU)(note.startMs)}, before this run.`,
  'also-qualifies': note => `Must succeed too, since it also fits: ${orderName(note.order)}.`,
  'newer-order': note => `A later order changes what is running, but not the verdict: ${orderName(note.refusal.order)}; not waited for, since ${REFUSALS[note.refusal.reason]}.`,
};
const TITLES = {
  'unknown-co-type': 'SAE rollout gate: unknown coType',
  'newer-order': 'SAE rollout gate: another order since',
};
function noteText(note) {
  return { title: TITLES[note.kind] ?? 'SAE rollout gate', text: (0,facts/* sayingOf */.NM)(NOTES, note) };
}
function boundText(bound, agoMs) {
  const since = `Searching for orders created since ${(0,format/* formatTime */.fU)(bound.createdAfterMs)}, ${BOUNDS[bound.source]}, ${duration(agoMs)} ago.`;
  if (bound.source === 'job')
    return `${since} ${onlyThisJob(bound)}`;
  return bound.source === 'pipeline' ? `${since} ${RUN_AGAIN}` : since;
}
const RUN_AGAIN = 'A retried job also counts the orders of its first attempt: if this job itself deploys, set --created-after to $CI_JOB_STARTED_AT, or --change-order-id to the ID that the deploy call returned.';
function sinceText({ source, createdAfterMs, firstAttemptMs }) {
  const since = `${(0,format/* formatTime */.fU)(createdAfterMs)}, ${BOUNDS[source]}`;
  return firstAttemptMs === undefined
    ? since
    : `${since}, nor since ${(0,format/* formatTime */.fU)(firstAttemptMs)}, when ${BOUNDS['first-attempt']}`;
}
function onlyThisJob({ runUnknown }) {
  const reason = runUnknown === undefined ? 'no reason reported' : runUnknownText(runUnknown);
  const grant = runUnknown?.kind === 'impossible' ? '' : 'grant the job "permissions: actions: read", or ';
  return (`The start of the run itself could not be read (${reason}), so an order of an earlier job of this run is not seen: ` +
    `${grant}set changeOrderId to the ID of the order.`);
}
;// CONCATENATED MODULE: ./build/src/words/en/idle.js
const idle_RUN_AGAIN = 'Then run this step again.';
function theOrder(order, others = 0) {
  return `\n${capitalized(blockingName(order))}${andOthers(others)}.`;
}
const idleCause = {
  idle: ({ orders }, { waitedMs }) => ({
    title: 'application free',
    what: `No change order of the application is under way, of ${orders} in its list; waited ${duration(waitedMs)}.`,
    remedy: '',
  }),
  'still-blocked': ({ order, others }, { waitedMs, lastFault }) => ({
    title: 'application not free: timed out',
    what: `Another change order was still under way after ${duration(waitedMs)}, and SAE refuses a deploy until it has ended.` +
      (lastFault === undefined ? '' : ` Last error: ${sentence(faultText(lastFault))}`) +
      theOrder(order, others),
    remedy: `Check in the console what that order is doing.\n${idle_RUN_AGAIN}\nIf such orders usually take this long, raise timeout.`,
  }),
  'blocked-for-good': ({ order }, { rollbackSupported, hasRollbackCommand }) => ({
    title: 'application blocked: manual rollback required',
    what: `Another change order blocks the application: SAE can neither complete it nor roll it back by itself (SubStatus 1, an exception occurred).${theOrder(order)}`,
    remedy: `Open that order in the console and ${rollbackSupported === false ? 'abort it (the API reports that it cannot be rolled back)' : `roll it back${hasRollbackCommand ? ', or use the command below' : ''}`}.\n${idle_RUN_AGAIN}`,
  }),
  'blocked-by-person': ({ order, status, ranOut }, { approvalId }) => {
    const isRelease = (0,statuses/* manualStepOf */.U1)(status) === 'release';
    return {
      title: `application blocked: order waits for ${isRelease ? 'a manual release' : 'approval'}`,
      what: `Another change order waits for a person to ${isRelease ? 'release its next batch' : `approve it${approvalName(approvalId)}`}, and ${ranOut ? 'nobody did so within manualStepTimeout' : 'onManualStep is "fail"'}.${theOrder(order)}`,
      remedy: `Open that order in the console and ${isRelease ? 'release the next batch' : 'approve it'}, or abort it.\n${idle_RUN_AGAIN}`,
    };
  },
  'idle-unreadable': ({ fault, lastedMs }) => ({
    title: `application not proven free: ${faultShort(fault)}`,
    what: (lastedMs === undefined
      ? 'Nothing proves that the application is free.'
      : `The API has been unreadable for ${duration(lastedMs)}, so nothing proves that the application is free.`) +
      ` Last error: ${sentence(faultText(fault))}`,
    remedy: `${faultSteps(fault, '')}${lastedMs === undefined ? '' : '\nTo tolerate such outages, raise outageTolerance.'}`,
  }),
  'idle-cancelled': ({ signal, order }, { waitedMs }) => ({
    title: 'wait for a free application cancelled',
    what: `The wait for a free application was cancelled (${signal}) after ${duration(waitedMs)}.${order === undefined ? '' : theOrder(order)}`,
    remedy: 'To wait again, run this step again.',
  }),
};

// EXTERNAL MODULE: ./build/src/verification/instance-states.js
var instance_states = __nccwpck_require__(1153);
;// CONCATENATED MODULE: ./build/src/words/shortfalls.js
const OF_ANOTHER = [
  'not-new',
  'other-image',
  'other-version',
  'mixed',
  'still-live',
];
function isOfAnother({ kind }) {
  return OF_ANOTHER.includes(kind);
}
const LONGEST_REFERENCE = 200;
const MOST_IDS = 3;
function shownWord(foreign) {
  return foreign === undefined ? '–' : (0,clean/* cleanText */.X5)(foreign, LONGEST_REFERENCE);
}
function toldShortfalls(shortfalls) {
  const groups = new Map();
  for (const shortfall of shortfalls) {
    const told = toldOf(shortfall);
    const key = JSON.stringify(told);
    const group = groups.get(key) ?? { told, ids: [] };
    if ('instance' in shortfall)
      group.ids.push(shortfall.instance.instanceId);
    groups.set(key, group);
  }
  const all = [...groups.values()].map(({ told, ids }) => 'ids' in told ? { ...told, count: ids.length, ids: (0,format/* distinctEnds */.L_)(ids).slice(0, MOST_IDS) } : told);
  return all.toSorted((a, b) => rankOf(a) - rankOf(b));
}
function rankOf({ kind }) {
  if (OF_ANOTHER.includes(kind))
    return 0;
  return kind === 'too-few' ? 1 : 2;
}
function toldOf(shortfall) {
  const { kind } = shortfall;
  switch (kind) {
    case 'too-few':
      return shortfall;
    case 'mixed': {
      const shorten = shortfall.what === 'image' ? format/* shortImage */.Uq : (found) => found;
      return { kind, what: shortfall.what, found: shortfall.found.map(found => shownWord(shorten(found))) };
    }
    case 'not-healthy':
      return { kind, count: 1, ids: [], what: shownWord(shortfall.instance.healthStatus), expected: '' };
    case 'other-image': {
      const [found, expected] = distinctImages(shortfall.instance.imageUrl, shortfall.expected);
      return { kind, count: 1, ids: [], what: shownWord(found), expected: shownWord(expected) };
    }
    case 'other-version': {
      const [found, expected] = [shortfall.instance.packageVersion, shortfall.expected];
      return { kind, count: 1, ids: [], what: shownWord(found), expected: shownWord(expected) };
    }
    case 'not-new':
      return { kind, count: 1, ids: [], what: '', expected: '' };
    case 'not-running':
    case 'still-live':
      return { kind, count: 1, ids: [], what: shownWord(shortfall.instance.containerStatus), expected: '' };
  }
}
function distinctImages(found, expected) {
  const [a, b] = [found === undefined ? undefined : (0,format/* shortImage */.Uq)(found), (0,format/* shortImage */.Uq)(expected)];
  return a === b ? [found, expected] : [a, b];
}
function isErrorState(shortfall) {
  return 'instance' in shortfall && (0,instance_states/* isInErrorState */.Dx)(shortfall.instance);
}
;// CONCATENATED MODULE: ./build/src/words/en/proof.js
const LONGEST_ID = 200;
const LONGEST_NAME = 40;
const LACKS = {
  'not-running': ({ count: many, what }) => `${many === 1 ? 'is' : 'are'} not running (${what})`,
  'not-healthy': ({ count: many, what }) => `${many === 1 ? 'is' : 'are'} not healthy (${what})`,
  'not-new': ({ count: many }) => `${many === 1 ? 'is' : 'are'} from before this rollout`,
  'other-image': ({ count: many, what, expected }) => `${runs(many)} ${what} instead of ${expected}`,
  'other-version': ({ count: many, what, expected }) => `${runs(many)} version ${what} instead of ${expected}`,
  'still-live': ({ count: many, what }) => `${many === 1 ? 'is' : 'are'} still there (${what})`,
};
function runs(many) {
  return many === 1 ? 'runs' : 'run';
}
function shortfallText(told, withIds) {
  switch (told.kind) {
    case 'mixed':
      return `the instances run different ${told.what}s${withIds ? `: ${told.found.join(', ')}` : ''}`;
    case 'too-few':
      return `${told.ready} of ${told.wanted} instances are running and healthy`;
    default:
      return `${count(told.count, 'instance')} ${LACKS[told.kind](told)}${withIds ? aside(idsText(told)) : ''}`;
  }
}
function idsText({ ids, count: many }) {
  return (0,text_parts/* joined */.o)(', ', ...ids, many > ids.length && '…');
}
const MOST_SHORTFALLS = 3;
function shortfallsText(shortfalls) {
  const told = toldShortfalls(shortfalls);
  const first = told.slice(0, MOST_SHORTFALLS).map(one => shortfallText(one, true));
  const more = told.length - MOST_SHORTFALLS;
  return (0,text_parts/* joined */.o)('; ', ...first, more > 0 && `and ${more} more`);
}
function breakText(how) {
  if (how.kind === 'other')
    return shortfallsText([how.shortfall]);
  if (how.kind === 'too-few') {
    return `only ${how.ready} of ${how.wanted} instances have been running and healthy for ${duration(how.lastedMs)}`;
  }
  const { instance } = how;
  const name = `instance ${instance.instanceId}`;
  switch (how.kind) {
    case 'restarted':
      return `${name} restarted (${how.before} → ${instance.restarts ?? '?'} restarts)`;
    case 'error-state':
      return `${name} is ${shownWord(instance.containerStatus)}`;
    case 'not-ready':
      return `${name} has been ${shownWord(instance.containerStatus)} and ${shownWord(instance.healthStatus)} for ${duration(how.lastedMs)}`;
  }
}
const UNTOLD = {
  Groups: 'the groups of instances of the application',
  Replicas: 'how many instances there should be (Replicas)',
  InstanceContainerStatus: 'whether an instance is running (InstanceContainerStatus)',
  InstanceHealthStatus: 'whether an instance is healthy (InstanceHealthStatus)',
  InstanceContainerRestarts: 'how often an instance has restarted (InstanceContainerRestarts)',
  CreateTimeStamp: 'when an instance was created (CreateTimeStamp)',
  ImageUrl: 'which image an instance runs (ImageUrl)',
  PackageVersion: 'which version an instance runs (PackageVersion)',
  StartTime: 'when the first batch began (StartTime)',
};
function notSo(shortfalls, short) {
  const [first] = toldShortfalls(shortfalls);
  const other = shortfalls.find(isOfAnother);
  if (other !== undefined && first !== undefined)
    return `order succeeded, but ${shortfallText(first, false)}`;
  const ready = first?.kind === 'too-few' ? `${first.ready} of ${first.wanted} instances ready` : 'instances not ready';
  return unhealthy(short ?? ready);
}
function unhealthy(why) {
  return `deployed, but not healthy – ${why}`;
}
const BROKEN = {
  restarted: 'an instance restarted',
  'error-state': 'an instance is in an error state',
  'not-ready': 'an instance is not ready',
};
function brokenTitle(how, bakedMs) {
  const after = bakedMs === undefined ? '' : ` ${duration(bakedMs)} after it was verified`;
  if (how.kind === 'other')
    return `${notSo([how.shortfall])}${after}`;
  return how.kind === 'too-few' ? `${notSo([how])}${after}` : unhealthy(`${BROKEN[how.kind]}${after}`);
}
function unverified(why) {
  return `deployed, but not verified – ${why}`;
}
const FIX_OR_BACK = 'Deploy a fixed version, or roll back in the console.';
const REPLACE = 'Check in the console why this is so.\nThen deploy again, or restart the application.';
function newerTitle(order) {
  const { description, coTypeCode = '–' } = order;
  const name = (0,clean/* cleanText */.X5)(description === '' ? coTypeCode : description, LONGEST_NAME);
  return `${description === '' ? name : `"${name}"`}${statusOf(order)}`;
}
function statusOf({ status }) {
  return status === undefined ? '' : `, ${(0,facts/* statusText */.qS)(status, STATUS_WORDS)}`;
}
const proofCause = {
  superseded: ({ order }) => ({
    title: `superseded by a newer order – ${newerTitle(order)}`,
    what: `A newer order has changed what is running: ${orderName(order)}${statusOf(order)}.`,
    remedy: 'Check the newer order in the console: it decides what is running now.\nIf you want this version, deploy it again once the newer order has ended.',
  }),
  'not-settled': ({ shortfalls }, { short, changeOrderId }) => ({
    title: notSo(shortfalls, short),
    what: `When verifyTimeout ended: ${shortfallsText(shortfalls)}. The order itself succeeded.`,
    remedy: shortfalls.some(isOfAnother)
      ? `Check in the console whether this is still changing.\nIf so, raise verifyTimeout and ${runAgain(changeOrderId)}.\nIf not, deploy again or restart the application.`
      : (0,text_parts/* joined */.o)('\n', short === undefined && 'Read the log and the events of these instances in the console.', FIX_OR_BACK, !shortfalls.some(isErrorState) &&
        `If they only start slowly, raise verifyTimeout and ${runAgain(changeOrderId)}.`),
  }),
  broken: ({ how, bakedMs }, { short }) => ({
    title: brokenTitle(how, bakedMs),
    what: `${capitalized(breakText(how))}. The order itself succeeded.`,
    remedy: how.kind === 'other' && isOfAnother(how.shortfall)
      ? REPLACE
      : (0,text_parts/* joined */.o)('\n', short === undefined && 'Read the log of that instance in the console.', FIX_OR_BACK),
  }),
  'none-wanted': () => ({
    title: unverified('the application has no instances'),
    what: 'The order succeeded, but the application is scaled to 0 instances (Replicas is 0), so there is nothing to verify.',
    remedy: 'Start or scale the application, or set verify to "show" for an application that is stopped on purpose.',
  }),
  'in-place': () => ({
    title: unverified('all instances are older than the rollout'),
    what: 'The order succeeded, but every instance is older than the rollout. An in-place update keeps its instances; then only the image or version can show that they are updated.',
    remedy: 'Set expectImage to the image with its digest (…@sha256:…), or expectVersion to the version of the package.',
  }),
  'field-untold': ({ field }) => ({
    title: unverified(`${field} is missing from the answer`),
    what: `The order succeeded, but the instances could not be verified: the API does not report ${UNTOLD[field]}.`,
    remedy: 'Check the application in the console.\nIf this persists, set verify to "show" and report it.',
  }),
  'application-untold': () => ({
    title: unverified('the order names no application'),
    what: 'The order succeeded, but the instances could not be verified: the order does not name its application.',
    remedy: 'Set appId.',
  }),
  'proof-unreadable': ({ fault, lastedMs }, { changeOrderId }) => ({
    title: unverified(faultShort(fault)),
    what: `The order succeeded, but the instances could not be read${lastedMs > 0 ? ` for ${duration(lastedMs)}` : ''}: ${sentence(faultText(fault))}`,
    remedy: faultSteps(fault, changeOrderId),
  }),
  'newer-unproven': ({ changeOrderId }) => ({
    title: unverified('a newer order of this step is not verified'),
    what: `A newer order of this step (${(0,clean/* cleanText */.X5)(changeOrderId, LONGEST_ID)}) changed what runs, and what that one left running is not proven.`,
    remedy: 'Look at that order first.',
  }),
  'nothing-seen': () => ({
    title: unverified('verifyTimeout was too short'),
    what: 'The order succeeded, but verifyTimeout was over before the instances were read once.',
    remedy: 'Raise verifyTimeout, or maxCallsPerMinute where several orders share the calls.',
  }),
};
;// CONCATENATED MODULE: ./build/src/words/en/verdicts.js
const verdicts = {
  idle: 'application free',
  succeeded: 'succeeded',
  failed: 'failed',
  terminated: 'terminated',
  'system-error': 'system exception',
  'needs-rollback': 'manual rollback required',
  'awaiting-manual-step': 'waiting for a person',
  'not-found': 'not found',
  unhealthy: 'deployed, but not healthy',
  superseded: 'superseded by a newer order',
  unverified: 'deployed, but not verified',
  'timed-out': 'timed out',
  unreadable: 'status unknown',
  cancelled: 'wait cancelled',
  'not-awaited': 'not followed to completion',
  error: 'gate error',
};
function batchStatus({ status = -1 }) {
  return (0,facts/* statusText */.qS)(status, STATUS_WORDS);
}
function deadline(facts) {
  const waited = duration(facts.waitedMs);
  const title = `timed out after ${waited}`;
  if (facts.lastState === undefined) {
    return { title: `${title}, no status seen`, what: `No status of the rollout was seen within ${waited}.` };
  }
  if (facts.unproven) {
    return {
      title: `${title}, success not confirmed`,
      what: `The success was not confirmed within ${waited}.`,
    };
  }
  if (facts.waitsFor !== undefined) {
    return {
      title: `${title}, ${WAITS[facts.waitsFor]}`,
      what: `${personMust(facts.waitsFor, facts)}; nobody did so within ${waited}.`,
    };
  }
  return {
    title: `${title}, rollout still running`,
    what: `The rollout did not complete within ${waited} (timeout).`,
  };
}
const WAITS = { release: 'waiting for a person to release the next batch', approval: 'waiting for approval' };
const ACTS = { release: 'release the next batch', approval: 'approve the order' };
function personMust(step, { approvalId }) {
  return step === 'release'
    ? 'A person must release the next batch before SAE continues'
    : `A person must approve the order${approvalName(approvalId)} before it runs`;
}
function lastError({ lastFault }) {
  return lastFault === undefined ? '' : ` Last error: ${sentence(faultText(lastFault))}`;
}
function deadlineRemedy({ changeOrderId, waitsFor, callsScarce, short }) {
  const again = runAgain(changeOrderId);
  return (0,text_parts/* joined */.o)('\n', ...(waitsFor === undefined
    ? [
      short === undefined && 'Check the order in the console.',
      `To wait again, ${again}.`,
      short === undefined && 'If rollouts usually take this long, raise timeout.',
    ]
    : [
      `Open the order in the console and ${ACTS[waitsFor]}.`,
      `Then ${again}.`,
      'If people usually take this long, raise timeout or set manualStepTimeout.',
    ]), callsScarce &&
    'There were too few calls for a last poll: raise maxCallsPerMinute, or wait for fewer orders in one step.');
}
function failedIn({ place }) {
  return place === undefined ? 'rollout' : batchName(place);
}
function because(short) {
  return short === undefined ? '' : ` – ${short}`;
}
function unknown(why) {
  return `status unknown – ${why}`;
}
function unconfirmed(why) {
  return `success not confirmed – ${why}`;
}
function absentText(facts, answer) {
  if (facts.lastState === undefined) {
    return {
      title: 'change order not found',
      what: `There is no change order "${facts.changeOrderId}" here: ${answer}.`,
      remedy: 'Check changeOrderId.\nCheck that regionId is the region of the application: orders exist only in their own region, for three months.',
    };
  }
  return {
    title: 'change order has disappeared',
    what: `Change order "${facts.changeOrderId}" was there and is gone: ${answer}.`,
    remedy: 'Check in the console what happened to the order and to the application before you deploy again: nothing confirms that the rollout succeeded.',
  };
}
const MOST_NAMESPACES = 10;
const CHECK_EVERY_BATCH = 'Open the order in the console and check that every batch succeeded.';
const SET_THE_ID = 'Set changeOrderId to the ID that the deploy call returned.';
const BOUND = 'could not be matched to this run';
const cause = {
  ...proofCause,
  ...idleCause,
  succeeded: (_, { waitedMs, provenMs }) => ({
    title: `rollout succeeded${provenMs === undefined ? '' : provenMs < 1_000 ? ', verified' : `, verified for ${duration(provenMs)}`}`,
    what: `The rollout succeeded; the gate waited ${duration(waitedMs)}.`,
    remedy: '',
  }),
  'ended-badly': ({ how }, facts) => ({
    title: how === 'terminated'
      ? `rollout was terminated${facts.place === undefined ? '' : ` in ${batchName(facts.place)}`}`
      : `${failedIn(facts)} failed${because(facts.short ?? (how === 'system-error' ? 'SAE system exception' : undefined))}`,
    what: `The change order ended as ${statusName[how]}${facts.badBatch === undefined ? '' : `: ${facts.badBatch}`}.`,
    remedy: how === 'terminated'
      ? 'Find out who terminated the rollout and why (the console shows it) before you deploy again.'
      : facts.short === undefined
        ? 'Open the order in the console to see which task failed.\nFix the cause and deploy again.'
        : 'Deploy again.\nOr, to go back, deploy the previous version.',
  }),
  'needs-rollback': (_, { rollbackSupported, hasRollbackCommand, short }) => ({
    title: `rollout is stuck, manual rollback required${because(short)}`,
    what: 'An exception occurred (SubStatus 1): SAE can neither complete the rollout nor roll it back by itself.',
    remedy: rollbackSupported === false
      ? 'Open the order in the console and abort it (the API reports that it cannot be rolled back).\nOnce that is done, deploy a fixed version.'
      : `Roll the order back in the console${hasRollbackCommand ? ', or with the command below' : ''}.\nOnce that is done, deploy a fixed version.`,
  }),
  contradicted: ({ evidence: { number, batch } }, { short }) => ({
    title: `batch ${number} ${batchStatus(batch)}, although the order says succeeded${because(short)}`,
    what: `The order says succeeded, batch ${number} says ${batchStatus(batch)}.`,
    remedy: 'Check in the console what is really running before you release anything on top of it.',
  }),
  'batch-unknown': ({ evidence: { number } }) => ({
    title: unconfirmed(`status of batch ${number} not reported`),
    what: `The order says succeeded, but the API does not report the status of batch ${number}, so the success is not confirmed.`,
    remedy: CHECK_EVERY_BATCH,
  }),
  'batch-open': ({ evidence: { number, batch } }) => ({
    title: unconfirmed(`batch ${number} is ${batchStatus(batch)}`),
    what: `The order says succeeded, but batch ${number} is ${batchStatus(batch)}, so the success is not confirmed.`,
    remedy: CHECK_EVERY_BATCH,
  }),
  'batches-differ': ({ evidence: { shown, count } }) => ({
    title: unconfirmed('batches missing from the answer'),
    what: `The order says succeeded, but its batches do not add up: the API shows ${shown === 1 ? '1 batch' : `${shown} different batches`}, and BatchCount is ${count ?? 'missing or not a number of batches'}; the two have to agree.`,
    remedy: CHECK_EVERY_BATCH,
  }),
  absent: ({ fault }, facts) => absentText(facts, faultText({ ...fault, message: '' })),
  unlisted: (_, { changeOrderId, askedAppId }) => ({
    title: unknown('order could not be matched to the application'),
    what: `Change order "${changeOrderId}" could not be matched to application "${askedAppId ?? ''}": the answer names no application, and the application's list of orders does not have it.`,
    remedy: 'Check that changeOrderId and appId belong together.',
  }),
  foreign: ({ appId }, { changeOrderId, askedAppId }) => ({
    title: 'the order belongs to another application',
    what: `Change order "${changeOrderId}" belongs to application "${appId}", not to "${askedAppId ?? ''}".`,
    remedy: 'Check that changeOrderId and appId come from the same deployment.',
  }),
  refused: ({ fault }, facts) => ({
    title: unknown(faultShort(fault)),
    what: sentence(faultText(fault)),
    remedy: faultSteps(fault, facts.changeOrderId),
  }),
  outage: ({ fault, lastedMs }, facts) => ({
    title: unknown(`${faultShort(fault)} for ${duration(lastedMs)}`),
    what: `The API has been unreadable for ${duration(lastedMs)}. Last error: ${sentence(faultText(fault))}`,
    remedy: `${faultSteps(fault, facts.changeOrderId)}\nTo tolerate such outages, raise outageTolerance.`,
  }),
  deadline: (_, facts) => ({
    title: `${deadline(facts).title}${because(facts.short)}`,
    what: `${deadline(facts).what}${lastError(facts)}`,
    remedy: deadlineRemedy(facts),
  }),
  'not-awaited': (_, { stopper, changeOrderId }) => ({
    title: 'not followed to completion, another rollout did not succeed',
    what: `${stopper ?? 'Another order of this step'} did not succeed and failFast is on, so this one was not followed to completion.`,
    remedy: `Check ${stopper ?? 'the order that did not succeed'} first.\nTo learn how this one ends, ${runAgain(changeOrderId)}; to follow all orders to the end next time, set failFast to "false".`,
  }),
  'manual-step': ({ status, ranOut }, facts) => {
    const step = (0,statuses/* manualStepOf */.U1)(status) ?? 'approval';
    return {
      title: WAITS[step],
      what: `${personMust(step, facts)}; ${ranOut ? 'nobody did so within manualStepTimeout' : 'onManualStep is "fail", so this step does not wait for that'}.`,
      remedy: `Open the order in the console and ${ACTS[step]}.\nThen ${runAgain(facts.changeOrderId)}.`,
    };
  },
  cancelled: ({ signal }, facts) => ({
    title: `wait cancelled, ${facts.unproven ? 'success not confirmed' : facts.lastState === undefined ? 'no status seen' : 'rollout still running'}`,
    what: `The wait was cancelled (${signal}) after ${duration(facts.waitedMs)}${facts.unproven ? ', before the success was confirmed' : ''}.`,
    remedy: `To wait again, ${runAgain(facts.changeOrderId)}.\nTo stop the rollout, use the console.`,
  }),
  undated: ({ claimedMs }, { changeOrderId }) => ({
    title: unconfirmed(BOUND),
    what: claimedMs === undefined
      ? `Change order "${changeOrderId}" says succeeded, but the API does not report when it was created and when its first batch began, so it could not be matched to this run.`
      : `Change order "${changeOrderId}" says succeeded, but also that it began at ${(0,format/* formatTime */.fU)(claimedMs)}, which is in the future, so it could not be matched to this run.`,
    remedy: SET_THE_ID,
  }),
  stale: ({ startMs }, { changeOrderId }) => ({
    title: 'the order began before this run',
    what: `Change order "${changeOrderId}" began at ${(0,format/* formatTime */.fU)(startMs)}, before this run: it does not belong to this run.`,
    remedy: SET_THE_ID,
  }),
  'none-found': ({ newest, bound }, { askedAppId, waitedMs }) => ({
    title: 'no change order of this run found',
    what: `No change order of application "${askedAppId ?? ''}" can be this run's own: none that fits was created since ${sinceText(bound)}, after a search of ${duration(waitedMs)}. ` +
      (newest === undefined
        ? 'The application has no other order either.'
        : `The newest order, ${orderName(newest.order)}, was refused: ${REFUSALS[newest.reason]}.`),
    remedy: (bound.source === 'job' ? `${onlyThisJob(bound)}\n` : '') +
      'Check that the deploy step deployed to this application and region.\nBest, set changeOrderId to the ID that the deploy call returned. Otherwise, for an order of another type set coType, for one that was created earlier set createdAfter.',
  }),
  'list-unreadable': ({ fault, succeeded }) => ({
    title: succeeded ? unconfirmed(`list of orders: ${faultShort(fault)}`) : unknown(faultShort(fault)),
    what: succeeded
      ? `The rollout succeeded, but the list of orders could not be read once more, so another order could be meant. Last error: ${sentence(faultText(fault))}`
      : `The list of orders could not be read. Last error: ${sentence(faultText(fault))}`,
    remedy: fault.detail?.kind === 'list-unfinished'
      ? 'The list may be long: raise timeout or maxCallsPerMinute, or set changeOrderId to the ID that the deploy call returned, which needs no list.'
      : faultRemedy(fault),
  }),
  'name-unknown': ({ appName, namespaceId, nearest }) => ({
    title: `application "${(0,clean/* cleanText */.X5)(appName, 100)}" not found`,
    what: `No application is called exactly "${(0,clean/* cleanText */.X5)(appName, 100)}"${namespaceId === undefined ? '' : ` in the namespace ${(0,clean/* cleanText */.X5)(namespaceId, 100)}`}. ` +
      (nearest.length === 0
        ? 'The search for this name found none that is like it.'
        : `The search for this name found: ${nearest.map(name => `"${name}"`).join(', ')}.`),
    remedy: 'Check appName, which must match exactly, upper and lower case too (a grey release has no name of its own).\nCheck regionId and namespaceId. Or set appId instead.',
  }),
  'name-ambiguous': ({ appName, count: many, namespaces }) => ({
    title: `${many} applications are called "${(0,clean/* cleanText */.X5)(appName, 100)}"`,
    what: `${many} applications are called "${(0,clean/* cleanText */.X5)(appName, 100)}", in ${namespaces.length === 1 ? 'the namespace' : 'the namespaces'} ${namespaces.slice(0, MOST_NAMESPACES).join(', ')}${namespaces.length > MOST_NAMESPACES ? ', …' : ''}.`,
    remedy: namespaces.length === 1
      ? 'Set appId to the ID of the right one, in place of appName.'
      : 'Set namespaceId to the namespace of the right one, or set appId in place of appName.',
  }),
  'name-mismatch': ({ appName, appId, askedAppId }) => ({
    title: 'appName and appId are different applications',
    what: `The application called "${(0,clean/* cleanText */.X5)(appName, 100)}" is "${appId}", not "${askedAppId}" as appId says.`,
    remedy: 'Check that appName and appId mean the same application, or give one of them.',
  }),
  'names-unreadable': ({ fault }) => ({
    title: unknown(faultShort(fault)),
    what: `The application could not be looked up by its name. Last error: ${sentence(faultText(fault))}`,
    remedy: `${faultRemedy(fault)}\nOr set appId in place of appName: then nothing has to be looked up.`,
  }),
  'bad-inputs': ({ faults }) => ({
    title: count(faults.length, 'input needs to be corrected', 'inputs need to be corrected'),
    what: `The gate did not start: ${count(faults.length, 'input needs', 'inputs need')} to be corrected.`,
    remedy: 'Correct the inputs of this step. No API call was made.',
  }),
  bug: ({ message }) => ({
    title: 'gate error, the rollout was not evaluated',
    what: `The gate itself failed: ${message}`,
    remedy: 'This is a bug of the gate and says nothing about the rollout. Run the job again with debug logging and report it with the log.',
  }),
};
const amongSeveral = (orderId) => ({
  what: `Several orders can be this run's own, and order ${orderId} did not succeed.`,
  remedy: 'To wait for one order only, set changeOrderId to its ID, or give the deployment its own description (ChangeOrderDesc) and set descriptionContains to it.',
});
;// CONCATENATED MODULE: ./build/src/words/en/command.js
const command = {
  summary: 'Waits for a rollout on Alibaba Cloud Serverless App Engine (SAE). Exits with 0 only if it provably succeeded.',
  usage: 'Usage',
  idleHelp: '    Waits before a deploy until the application has no change order in progress; see docs/idle.md.',
  flags: 'Flags',
  ownFlags: 'Output options',
  environment: 'Environment',
  environmentLine: {
    secrets: 'Secrets are read only from the environment: ALIBABA_CLOUD_ACCESS_KEY_SECRET, ALIBABA_CLOUD_SECURITY_TOKEN.',
    access: 'ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_REGION_ID are used if their flags are not set.',
    role: 'Without a key: ALIBABA_CLOUD_ROLE_ARN, ALIBABA_CLOUD_OIDC_PROVIDER_ARN and ALIBABA_CLOUD_OIDC_TOKEN_FILE, as RRSA sets them.',
    variables: 'Every flag but --help and --version has a variable, such as SAE_ROLLOUT_GATE_TIMEOUT for --timeout. The flag takes precedence.',
    pipeline: 'CI_PIPELINE_CREATED_AT, which GitLab sets, is used as --created-after. It does not change when a job is retried.',
    colors: 'NO_COLOR disables colors, FORCE_COLOR forces them.',
  },
  sourceTree: (hash) => `source tree ${hash}`,
  exitStatuses: 'Exit statuses',
  usual: 'default',
  flag: {
    changeOrderId: 'The order to wait for; several separated by commas, or the flag repeated. auto: find it by --app-id.',
    appId: 'The application that the orders must belong to; with auto, the one whose order to find.',
    appName: 'The application by name instead of ID; several as with --app-id.',
    namespaceId: 'With --app-name: the namespace in which the name is looked up.',
    coType: 'With auto: only orders of these types; * allows any.',
    descriptionContains: 'With auto: only orders whose description contains this.',
    createdAfter: 'With auto: only orders created since then, such as 2026-11-22T05:30:00Z, or a duration before now such as 10m.',
    discoveryTimeout: 'With auto: how long to search for an order that does not exist yet.',
    timeout: 'Deadline for the whole wait: 90s, 30m, 1h30m, or a plain number of seconds.',
    regionId: 'The region of the application, such as cn-hangzhou.',
    endpoint: 'Host or URL of the API, such as sae-vpc.cn-hangzhou.aliyuncs.com.',
    accessKeyId: 'AccessKey ID; its secret is read from the environment.',
    roleArn: 'RAM role to assume with the ID token of a workflow.',
    oidcProviderArn: 'The provider in RAM that trusts the issuer of that token.',
    oidcAudience: 'Audience of that token.',
    roleSessionName: "The session's name in the audit log.",
    roleSessionDuration: 'Length of one session, which is renewed.',
    stsEndpoint: 'Host of the Security Token Service, under aliyuncs.com.',
    minPollInterval: 'Shortest interval between polls, at least 1s.',
    maxPollInterval: 'Longest interval between polls.',
    requestTimeout: 'Time limit for one request, headers and body together.',
    outageTolerance: 'How long in a row the API may be unreadable.',
    maxCallsPerMinute: 'Limit for all API calls in a minute: auto, or a whole number of at least 1.',
    learn: "Read, with one call, how long the application's last rollouts took.",
    failFast: 'End all waits as soon as one order fails.',
    onManualStep: 'If the rollout waits for a manual step: wait, or fail.',
    manualStepTimeout: 'Time limit for such waits, which then do not count against --timeout.',
    rollbackOn: 'Verdicts with which the order is aborted and rolled back: needs-rollback, timed-out, awaiting-manual-step, cancelled.',
    rollbackTimeout: 'How long to follow that rollback.',
    verify: 'What runs afterwards: off, show it, require proof of it, or auto: by the next three.',
    expectImage: 'Pass only if every live instance runs exactly this image.',
    expectVersion: 'The same for a package version.',
    verifyTimeout: 'How long the proof may take after the success.',
    bake: 'How long the proof must then hold without interruption.',
    diagnose: 'Read why a rollout failed: tasks, instances, events.',
    diagnoseLogs: "Show the last 50 lines of a failing instance's log, which may hold secrets.",
    language: 'Language of everything that is printed or written: en or zh.',
  },
  ownFlag: {
    report: 'Write the report to this file, in Markdown.',
    junit: 'Write a JUnit report to this file, with a test case for each batch.',
    record: 'doctor only: write the shapes of all answers to this file, without any value.',
    json: 'Print one line of JSON for each change; the last one holds the result.',
    plain: 'Print plain lines even on a terminal.',
    verbose: 'Show every request.',
    help: 'Show this help; only alone or with --language.',
    version: 'Show the version and the source tree that it was built from; only alone.',
  },
  exitStatus: {
    succeeded: 'the rollout succeeded; idle: the application is free',
    'rollout-failed': 'the rollout (or the order that idle waits for) failed, was terminated, or needs a manual rollback',
    usage: 'a flag or an input is invalid; there is no result',
    'timed-out': 'timed out; the rollout (or the order that idle waits for) continues',
    'not-found': 'the order does not exist, or no order can belong to this run',
    unreadable: 'the API was unreadable or rejected the request',
    'awaiting-person': 'the rollout (or the order that idle waits for) waits for a manual step',
    bug: 'a bug in the gate',
    'hung-up': 'cancelled by SIGHUP: the terminal was closed; the rollout continues',
    interrupted: 'cancelled by SIGINT; the rollout continues',
    quit: 'cancelled by SIGQUIT; the rollout continues',
    terminated: 'cancelled by SIGTERM; the rollout continues',
  },
  fault: (fault) => (0,facts/* sayingOf */.NM)(COMMAND_LINE_FAULTS, fault),
  seeHelp: 'Run sae-rollout-gate --help to see every flag.',
  unfinished: 'The wait has not ended. If no process is waiting, it was killed before it reached a verdict, and the rollout continues: check the SAE console.',
  correctFlags: 'No API call was made. Correct the flags or their variables.',
  reportBug: 'This is a bug in the gate and says nothing about the rollout. Run it again with --verbose and report it with the log.',
  noRunStart: '--created-after: missing, and the start of this run is unknown, so an older order could be taken for its own; expected that start, such as 2026-11-22T05:30:00Z, or a duration before now such as 10m. Or set --change-order-id to the ID that the deploy call returned.',
  release: (order, application) => `${releaseNeeded(order, application)} The gate keeps waiting.`,
  approval: (order, approvalId) => `${approvalNeeded(order, approvalId)} The gate keeps waiting.`,
  moreRed: (orders) => ({
    title: 'SAE rollout: further orders that did not succeed',
    message: `${count(orders, 'further order', 'further orders')} did not succeed: each has a line above.`,
  }),
};
const COMMAND_LINE_FAULTS = {
  'no-command': 'The command is missing; expected sae-rollout-gate wait, sae-rollout-gate idle or sae-rollout-gate doctor.',
  'unknown-command': fault => `There is no command "${fault.got}"${meant(fault.nearest)} Expected sae-rollout-gate wait, sae-rollout-gate idle or sae-rollout-gate doctor.`,
  'unknown-flag': fault => `${fault.flag}: no such flag${meant(fault.nearest)}`,
  'secret-flag': fault => fault.variable === undefined
    ? `${fault.flag}: secrets are not read from the command line, which others can see. The command does not call GitHub and needs no token.`
    : `${fault.flag}: secrets are not read from the command line, which others can see (the value is not shown). Set ${fault.variable} in the environment. If the command line was logged, renew the secret.`,
  'git-hub-only': fault => `${fault.flag}: only the GitHub Action creates the check run; the command has --report and --junit.`,
  'no-value': fault => `${fault.flag}: expected a value, got none or an empty one. Write one that begins with a dash as ${fault.flag}=VALUE.`,
  'needless-value': fault => `${fault.flag}: expected no value, got one.`,
  'bad-switch': fault => `${fault.variable}: expected true or false.`,
  'given-twice': fault => `${fault.flag}: expected once, got it twice.`,
  'stray-words': fault => `Got ${count(fault.count, 'word that belongs', 'words that belong')} to no flag${meant(fault.instead)} Write booleans as --diagnose, --no-diagnose or --diagnose=false.`,
  'not-alone': fault => `${fault.flag}: use it alone, since it succeeds without looking at any rollout.`,
  'same-file': '--report, --junit: expected two files, got the same one twice.',
  'not-of-command': fault => `${fault.flag}: not a flag of sae-rollout-gate ${fault.command}.`,
  'one-only': fault => `${fault.flag}: expected one, got several. The doctor checks one application or order.`,
  'file-exists': fault => `${fault.flag}: the file exists and is not overwritten. Name another, or remove it.`,
  'not-writable': fault => `${fault.flag}: the file cannot be written: ${fault.reason}`,
};
function meant(nearest) {
  return nearest === undefined ? '.' : `; did you mean ${nearest}?`;
}
;// CONCATENATED MODULE: ./build/src/words/en/diagnosis.js
const TASK_STATES = {
  failed: 'failed',
  'system-error': 'failed by a system exception',
  'awaiting-retry': 'failed and waits for a retry',
  'in-progress': 'is still in progress',
  terminated: 'was terminated',
};
const ERROR_IGNORED = 'ignored by SAE';
const diagnosis = {
  title: 'Diagnosis',
  nothing: 'The API reports no failing task, no unhealthy instance, and no warning event since the rollout began.',
  task: taskText,
  event: eventText,
  tasks: 'Tasks',
  instances: (shown, all) => shown < all ? `Instances that are not ready (${shown} of ${all})` : 'Instances that are not ready',
  events: 'Warning events since the rollout began',
  log: (instanceId, previous) => `Last lines of the log of ${instanceId}${previous ? ', of its container before the last restart' : ''}`,
  gaps: 'Could not be read',
  column: {
    task: 'Task',
    state: 'State',
    error: 'Message',
  },
  restarts: (restarts) => count(restarts, 'restart'),
  taskState: TASK_STATES,
  errorIgnored: ERROR_IGNORED,
  emptyLog: 'The log is empty.',
  short: ({ cause, detail }) => detail === undefined ? diagnosis_SHORT[cause] : (EXACT[cause]?.(detail) ?? diagnosis_SHORT[cause]),
  advice: ({ cause, detail, noSuchImage }) => noSuchImage === true
    ? tagAdvice(detail)
    : detail === undefined
      ? ADVICE[cause]
      : (EXACT_ADVICE[cause]?.(detail) ?? ADVICE[cause]),
  part: {
    tasks: 'the tasks of the batch',
    instances: 'the instances',
    events: 'the warning events',
    log: 'the log of an instance',
  },
  gap: gapText,
  says: (finding, instances) => `${finding}${aside(count(instances, 'instance'))}`,
  probe: (kind, target, answer) => `${PROBES[kind]} GET ${target} → ${answer}`,
  translated: (text) => KNOWN_TEXTS.reduce((result, [theirs, ours]) => result.replaceAll(theirs, ours), text),
};
function tagAdvice(image) {
  return `Correct the tag, or push ${image ?? 'the image'}: the registry answers that there is no such image (manifest unknown).`;
}
const KNOWN_TEXTS = [
  ['应用启动时 READINESS 检查失败', 'readiness check failed while the application started'],
];
const PROBES = {
  Readiness: 'Readiness',
  Liveness: 'Liveness',
  Startup: 'Startup',
};
const diagnosis_SHORT = {
  'image-pull': 'the image cannot be pulled',
  'out-of-memory': 'out of memory',
  balance: 'the account has no balance left',
  quota: 'a quota is used up',
  permission: 'access denied',
  'no-resources': 'no resources for the instances',
  port: 'the probed port does not answer',
  'crash-loop': 'the container keeps exiting',
  'liveness-probe': 'the liveness check fails',
  'readiness-probe': 'the readiness check fails',
};
const EXACT = {
  'image-pull': image => `image ${(0,format/* shortImage */.Uq)(image)} cannot be pulled`,
  permission: who => `access denied for ${who}`,
  'no-resources': vSwitch => `no free IP address in ${vSwitch}`,
  port: port => `port ${port} refuses connections`,
  'crash-loop': code => `the container exits with code ${code}`,
  'liveness-probe': target => `the liveness check ${target} fails`,
  'readiness-probe': target => `the readiness check ${target} fails`,
};
const ADVICE = {
  'image-pull': 'Check that the image and its tag exist, that the VPC of the application reaches the registry, and that SAE may pull from it (a private registry needs credentials).',
  'out-of-memory': 'Give the instances more memory, or lower the heap (for Java, -XX:MaxRAMPercentage): their log and memory curve show how much they need.',
  balance: 'Top up the account: check its bills for what is in arrears.',
  quota: 'Have the quota of SAE or ECI raised in the Quota Center of this region, or free some of it.',
  permission: 'Grant the permission that the message names, check that SAE has its service-linked role, and that the user of the image may read and run its files.',
  'no-resources': 'Free IP addresses in the vSwitch, add a vSwitch in another zone, or request less CPU and memory.',
  port: 'Listen on 0.0.0.0, on the port of the health check or load balancer, and check that nothing else takes that port.',
  'crash-loop': 'Check the log of the container before its last restart, its start command and its environment variables.',
  'liveness-probe': 'Check path, port and timeout of the liveness check, and that its initial delay is longer than the start takes: SAE restarts the instance otherwise.',
  'readiness-probe': 'Check path, port and timeout of the readiness check, and that the application is ready within its initial delay and retries.',
};
const EXACT_ADVICE = {
  'image-pull': image => `Push ${image}, or correct the tag; if it exists, check that SAE may pull it (network of the VPC, credentials of a private registry).`,
  permission: who => `Grant ${who} the permission that the message names.`,
  'no-resources': vSwitch => `Free IP addresses in ${vSwitch}, or add a vSwitch in another zone.`,
  port: port => `Listen on 0.0.0.0:${port}, or correct the port of the health check.`,
  'liveness-probe': target => `Make GET ${target} succeed within its timeout, or correct the liveness check; its initial delay must be longer than the start takes.`,
  'readiness-probe': target => `Make GET ${target} succeed within the initial delay and retries, or correct the readiness check.`,
};
function taskText({ stage, task, state, error, errorIgnored }) {
  const inStage = aside(stage !== undefined && `stage "${stage}"`);
  const ignored = aside(errorIgnored && ERROR_IGNORED);
  const said = error === undefined ? '' : `: ${error}`;
  return `Task "${task ?? '–'}"${inStage} ${TASK_STATES[state]}${ignored}${said}`;
}
function eventText(event) {
  const { reason, message, causeAnalysis, objectKind, objectName, firstMs, lastMs } = event;
  const object = (0,text_parts/* joined */.o)(' ', objectKind, objectName);
  const at = lastMs ?? firstMs;
  const head = `Event ${reason ?? '–'}${object === '' ? '' : ` of ${object}`}${at === undefined ? '' : ` at ${(0,format/* formatTime */.fU)(at)}`}`;
  const said = message === undefined ? head : `${head}: ${message}`;
  return causeAnalysis === undefined ? said : `${said} – SAE's analysis: ${causeAnalysis}`;
}
function gapText({ part, why }, ramActions) {
  const said = `${capitalized(diagnosis.part[part])}: ${(0,facts/* sayingOf */.NM)(GAP_REASONS, why)}`;
  if (why.kind !== 'fault')
    return said;
  const actions = ramActions.length === 1 ? 'action' : 'actions';
  return `${said} This needs the RAM ${actions} ${ramActions.join(' and ')} on "*".`;
}
const GAP_REASONS = {
  fault: why => sentence(faultText(why.fault)),
  'ran-out': 'there was no time left to read them.',
  'not-reported': why => `the API does not report the ${UNREPORTED[why.what]}.`,
  bug: why => `the gate itself failed (${why.message}).`,
};
const UNREPORTED = {
  batch: 'id of the batch',
  application: 'id of the application',
  group: 'groups of the application',
  namespace: 'namespace of the application',
};
;// CONCATENATED MODULE: ./build/src/words/en/doctor.js
const KINDS = {
  text: 'a text',
  integer: 'a whole number',
  fraction: 'a fraction',
  boolean: 'true or false',
  list: 'a list',
  object: 'an object',
  null: 'null',
  nothing: 'nothing',
  code: 'a text or a whole number',
};
const WHY_NOT = {
  'no-diagnosis': 'not needed with --no-diagnose',
  'no-logs': 'only with --diagnose-logs: logs may hold secrets',
  'no-name': 'not needed without a name',
  'nothing-named': why => `${why.by} returned nothing to ask about`,
  'after-fault': why => `${why.of} failed for a reason that affects every call`,
  cancelled: 'cancelled first',
};
function doctor_unknown(fields) {
  return fields === 0 ? '' : `, with ${count(fields, 'undocumented field')}`;
}
const OUTCOMES = {
  works: outcome => `works${doctor_unknown(outcome.unknownFields)}`,
  refused: ({ fault: { action, code, httpStatus } }) => `refused${aside(code ?? false, httpStatus !== undefined && `HTTP ${httpStatus}`)}: grant sae:${action}`,
  failed: ({ fault: { action, code, httpStatus, message, detail } }) => {
    const own = [message, detail === undefined ? '' : faultDetail(detail)].filter(text => text !== '');
    const answered = aside(code ?? false, httpStatus !== undefined && `HTTP ${httpStatus}`);
    return [`${action} failed${answered}`, ...own].join(': ');
  },
  otherwise: outcome => `differs from the API reference${doctor_unknown(outcome.unknownFields)}`,
  'not-asked': outcome => `not called: ${(0,facts/* sayingOf */.NM)(WHY_NOT, outcome.why)}`,
};
const BROUGHT = {
  events: 'returns events',
  none: 'returns none',
  fault: 'is rejected',
};
const doctor = {
  title: (version) => `sae-rollout-gate doctor ${version}`,
  intro: 'Makes the calls that the gate makes; read-only. Shows no value of any answer.',
  help: 'doctor calls each operation that the gate needs and reports which are refused or differ from the API reference. It exits with 0 if all work, with 1 if one does not or could not be called.',
  operations: 'Operations',
  outcome: (outcome) => (0,facts/* sayingOf */.NM)(OUTCOMES, outcome),
  difference: ({ path, expected, came }) => `${path}: expected ${KINDS[expected]}, got ${KINDS[came]}`,
  facts: 'Facts',
  fact: {
    clock: 'Clock',
    region: 'Region',
    endpoint: 'Endpoint',
    proxy: 'Proxy',
    zone: 'Zone of CreateTime',
    pageSize: 'PageSize above 20',
    listOrder: 'Order of the list',
    healthChecks: 'Health checks',
    replacement: 'Instances',
    namespace: 'Namespace of events',
  },
  clock: (aheadMs) => {
    if (aheadMs === undefined)
      return 'the API does not report its time';
    return Math.abs(aheadMs) < 2_000 ? "agrees with the API's" : clockIs(aheadMs);
  },
  noRegion: 'not set',
  noProxy: 'none',
  createTimeZone: {
    'utc+8': 'UTC+8, by the start of the first batch',
    utc: 'UTC, by the start of the first batch',
    unknown: 'unknown from this order',
  },
  pageSize: {
    obeyed: 'works',
    'not-obeyed': 'is ignored',
    refused: 'is rejected',
    unknown: 'unknown: there are no more than 20 orders',
  },
  listOrder: ({ order, by }) => {
    const times = by.join(', ');
    switch (order) {
      case 'newest-first':
        return `newest first, by ${times}`;
      case 'oldest-first':
        return `oldest first, by ${times}`;
      case 'neither':
        return 'neither by CreateTime nor by FinishTime';
      case 'unknown':
        return 'unknown from these orders';
    }
  },
  healthChecks: {
    both: 'liveness and readiness are configured',
    'liveness-only': 'liveness is configured, readiness is not',
    'readiness-only': 'readiness is configured, liveness is not',
    none: 'none is configured',
    unknown: 'unknown',
  },
  replacement: {
    all: 'all were created by the rollout',
    some: 'some were created by the rollout, some are older',
    none: 'all are older than the rollout: it restarted them in place',
    unknown: 'unknown from this order',
  },
  namespace: (forms) => forms.length === 0
    ? 'unknown'
    : forms
      .map(({ form, brought }) => {
      const name = form === 'whole' ? 'NamespaceId' : 'its part after the colon';
      return `${name} ${BROUGHT[brought]}`;
    })
      .join('; '),
  allWork: (operations) => `${count(operations, 'operation works', 'operations work')}: the gate can work here.`,
  someDoNot: (operations, of) => `${operations} of ${count(of, 'operation does', 'operations do')} not work, or could not be called.`,
  canWait: 'The gate can still wait for a rollout, but cannot fully explain why one failed.',
  cannotWait: 'The gate cannot wait for a rollout until this is fixed.',
  toDo: 'To do',
  grant: 'Grant the RAM user or role of this key, on "*":',
  report: 'An answer differs from the API reference: please open the issue "What a real account answers" with the file that --record FILE writes.',
  cancelled: (signal) => `Cancelled (${signal}): the following was found before that.`,
  recorded: (file) => `The shapes of all answers are in ${file}: documented field names, types and lengths. Check it before you share it.`,
  unfinishedRecord: 'The doctor has not finished.',
};

// EXTERNAL MODULE: ./build/src/inputs/table.js
var table = __nccwpck_require__(5835);
;// CONCATENATED MODULE: ./build/src/words/en/inputs.js
const INPUT_FAULTS = {
  'empty-order-id': 'changeOrderId: expected a change order ID, got an empty value. Check the id of the step that returns it and the name of its output.',
  'empty-guard': fault => `${fault.input}: expected a value, or "${fault.word}" for none, got an empty value. ${(0,table/* isOfProof */.Kn)(fault.input) ? 'It requires a proof' : 'It excludes other orders'}, so an empty value is not treated as unset. Check the step or variable that sets it.`,
  leftover: fault => leftoverText(fault),
  'bad-id': fault => `${fault.input}: expected an ID that the deploy call returned (one word, at most 200 visible characters), got "${fault.got}". Separate several IDs with commas or line breaks.`,
  'bad-list': fault => `${fault.input}: expected ${fault.input === 'appName' ? 'names' : 'IDs'} separated by commas or line breaks, or a JSON array of strings such as ["…","…"], got "${fault.got}".`,
  'bad-app-name': fault => `appName: expected an application name as the console shows it (one word, at most 200 visible characters), got "${fault.got}". Separate several names with commas or line breaks.`,
  'bad-namespace': fault => `namespaceId: expected a namespace ID such as cn-hangzhou:test, got "${fault.got}".`,
  'namespace-without-name': fault => `namespaceId: expected appName with it, got only "${fault.got}". It is the namespace in which that name is looked up.`,
  'names-unlike-ids': fault => `appName, appId: expected as many names as IDs, in the same order, got ${count(fault.names, 'name')} and ${count(fault.ids, 'ID')}. Each name must match the application with that ID.`,
  'auto-without-app': 'appId, appName: missing; expected the application whose order to find, since changeOrderId is "auto". Or set changeOrderId to the ID that the deploy call returned.',
  'idle-without-app': 'appId, appName: missing; expected the ID or name of the application to wait for.',
  'idle-several-apps': fault => `${fault.input}: expected one application, got "${fault.got}". Use a separate step for each.`,
  'empty-co-type': fault => `coType: expected types such as CoDeploy, separated by commas and none empty, or *; got "${fault.got}".`,
  'bad-created-after': fault => `createdAfter: expected a time with a zone such as 2026-11-22T05:30:00Z, or a duration before now such as 2h, at most three months back; got "${fault.got}".`,
  'created-after-too-old': fault => `createdAfter: expected at most three months (92 days) back, got "${fault.got}". SAE does not keep older orders.`,
  'created-after-to-come': fault => `createdAfter: expected a time in the past, got "${fault.got}" (this machine's clock says ${(0,format/* formatTime */.fU)(fault.nowMs)}). Check the time zone and the clock.`,
  'no-run-start': fault => `createdAfter: missing, and the start of this run is unknown (${startUnknownText(fault)}); expected a time such as 2026-11-22T05:30:00Z or a duration before now such as 10m. Or set changeOrderId to the ID that the deploy call returned.`,
  'keys-and-role': 'accessKeyId, roleArn: expected one of them, got both an access key and a role.',
  'bad-arn': fault => `${fault.input}: expected an ARN such as ${fault.input === 'roleArn' ? 'acs:ram::1234567890:role/name' : 'acs:ram::1234567890:oidc-provider/name'}, got "${fault.got}".`,
  'bad-session-name': fault => `roleSessionName: expected 2 to 64 characters (letters, digits and . @ - _), got "${fault.got}".`,
  'bad-session-duration': fault => `roleSessionDuration: expected 15m to 12h, and no more than the role allows, got "${fault.got}".`,
  'bad-sts-endpoint': fault => `stsEndpoint: expected a host under aliyuncs.com, got "${fault.got}". It receives the workflow's ID token.`,
  'several-apps': fault => `${fault.input}: expected one application, got "${fault.got}". All orders given by ID must belong to it.`,
  'empty-item': fault => `${fault.input}: expected no empty item, got "${fault.got}". Check the steps that set it: one of them returned nothing.`,
  'auto-among-ids': fault => `changeOrderId: expected IDs, or "auto" alone, got "${fault.got}".`,
  'bad-call-limit': fault => `maxCallsPerMinute: expected auto or a whole number of at least 1, got "${fault.got}".`,
  'line-break': fault => `${fault.input}: expected one line, got "${fault.got}".`,
  'bad-duration': fault => `${fault.input}: expected a duration above zero such as 90s, 30m, 1h30m, 500ms or a plain number of seconds, got "${fault.got}".`,
  'long-duration': fault => `${fault.input}: expected at most ${duration(fault.longestMs)}, got "${fault.got}". No job runs longer.`,
  'bad-choice': fault => `${fault.input}: expected ${fault.choices.join(' or ')}, got "${fault.got}".`,
  'proof-not-required': fault => `verify: expected auto or require, since ${fault.given.join(' and ')} ${fault.given.length === 1 ? 'is' : 'are'} set, got "${fault.mode}". With "${fault.mode}" the verdict does not depend on what runs.`,
  'bad-rollback-on': fault => `rollbackOn: expected none, or a list of needs-rollback, timed-out, awaiting-manual-step and cancelled, got "${fault.got}". With any other verdict the order has ended and cannot be aborted, or its state is unknown.`,
  'rollback-of-several': fault => `rollbackOn: expected one rollout, got ${fault.targets}: a person must decide which of them to undo. Use a separate step for each.`,
  'rollback-without-app': 'rollbackOn: expected appId or appName with it, got neither. Only an order that is proven to belong to that application is undone.',
  'rollback-undescribed': 'rollbackOn: expected the ID of the order, or descriptionContains with a text that no other run uses, got changeOrderId "auto" alone. An order found only by its time may belong to another run.',
  'rollback-no-run-start': fault => `createdAfter: missing, and the start of this run is unknown (${startUnknownText(fault)}); expected that start, such as 2026-11-22T05:30:00Z, or a duration before now such as 10m. With rollbackOn only an order created since then is undone.`,
  'bad-image': fault => `expectImage: expected the full image reference that was deployed, such as registry.example.com/team/app:1.4.2 or …/app@sha256:…, at most 512 characters without spaces; got "${fault.got}".`,
  'bad-version': fault => `expectVersion: expected a package version of 1 to 200 printable ASCII characters without spaces, got "${fault.got}".`,
  'several-targets': fault => `${fault.input}: expected one rollout, got ${fault.targets}: each application has its own image and version. Use a separate step for each.`,
  'long-bake': fault => `bake: expected at most ${duration(fault.longestMs)}, got "${fault.got}". Use a monitor to watch for longer.`,
  'bad-flag': fault => `${fault.input}: expected true or false, got "${fault.got}".`,
  'bad-commit': fault => `commit: expected a full commit SHA of 40 hexadecimal digits, got "${fault.got}".`,
  'poll-floor': fault => `minPollInterval: expected at least ${duration(fault.floorMs)}, got "${fault.got}". The API allows 60 calls a minute for the whole account.`,
  'poll-bounds-crossed': fault => `minPollInterval: expected at most maxPollInterval, which is "${fault.max}", got "${fault.min}".`,
  'bad-region': fault => `${fault.input}: expected a region ID such as cn-hangzhou, got "${fault.got}".`,
  'no-region': 'regionId: missing; expected a region ID such as cn-hangzhou, or an endpoint. ALIBABA_CLOUD_REGION_ID in the environment works too.',
  'bad-endpoint': fault => `endpoint: expected a host such as sae-vpc.cn-hangzhou.aliyuncs.com, or a URL of only scheme, host and port, got "${fault.got}".`,
  'endpoint-not-https': fault => `endpoint: expected https, got "${fault.got}". Plain http is accepted for this machine only.`,
  'half-credentials': fault => `${fault.missing.join(', ')}: missing although ${fault.given.join(' and ')} is set; expected the whole credential from one place.`,
  'bad-credential': fault => `${fault.input}: expected the value exactly as Alibaba Cloud issued it, got a character that no credential has (the value is not shown).`,
  'bad-proxy': fault => `${fault.variable}: expected the URL of a proxy, got something else (the value is not shown). Write http://host:port, with user:password@ before the host if the proxy requires it, special characters percent-encoded.`,
  'bad-no-proxy': fault => `${fault.variable}: expected a network such as 10.0.0.0/8 or fd00::/8, got "${fault.got}".`,
  'no-credentials': 'accessKeyId, accessKeySecret: missing; expected an access key, here or as ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET in the environment, or a role to assume (roleArn, oidcProviderArn).',
};
function inputFault(fault) {
  return (0,facts/* sayingOf */.NM)(INPUT_FAULTS, fault);
}
function leftoverText({ input, got, of }) {
  switch (of) {
    case 'no-value':
      return `${input}: expected a value, got "${got}", which programs print for a missing one. Check whether the step that sets it failed, and whether its response has that field.`;
    case 'template':
      return `${input}: expected a value, got "${got}", an expression that was not replaced. Check its name and its quotes.`;
    case 'object':
      return `${input}: expected a field of the object, such as its ID, got "${got}", which JavaScript prints for the object itself.`;
    case 'quotes':
      return `${input}: expected a value without quotation marks, got "${got}". Read it from JSON with jq -r, or with fromJSON in a workflow.`;
  }
}
;// CONCATENATED MODULE: ./build/src/words/en/report.js
const check = {
  impossible: {
    title: 'SAE rollout gate: no check run',
    message: 'checkRun is true, but there is no token, or no commit is known: the rollout is shown in log and summary only.',
  },
  refused: (status, message) => ({
    title: 'SAE rollout gate: no check run',
    message: `GitHub refused the check run (HTTP ${status}: ${message}); the gate continues without it. It needs "permissions: checks: write", which runs for pull requests from forks cannot have, and a checkName that is not the name of a job.`,
  }),
  batch: (place) => capitalized(batchName(place)),
  pause: (after) => `Wait after ${batchName(after)}`,
  state: capitalized,
  doubtful: 'Doubtful answer, polling again',
  ending: (status) => `The order says ${status}, the verdict follows`,
  killedTitle: 'SAE rollout was not followed to completion',
  killed: "The gate's process was ended before it could give a verdict. The rollout continues: check the SAE console.",
  closed: 'Closed the check run that was left in progress, as cancelled.',
  notClosed: (failure) => `The check run that was left in progress could not be closed: ${gitHubFailure(failure)}`,
};
const FATES = {
  superseded: 'This rollout did not fail; a newer order decides what is running',
  finished: 'This order has ended; SAE rolls nothing back by itself',
  claimed: 'The order says that the rollout has finished…; nothing confirms it',
  stopped: 'Rollout stopped…, not rolled back',
  'stopped-phased': 'Rollout stopped…; SAE may roll it back',
  terminated: 'Rollout terminated…; whether it was rolled back is not reported',
  stuck: 'Rollout stuck…: SAE neither completes it nor rolls it back',
  paused: 'Rollout paused…, not failed: SAE continues once a person acts. This step has stopped waiting',
  nameless: 'Unknown: neither the application nor a status could be read. This step only watches; it stops nothing',
  unknown: 'Unknown: no status of the rollout was seen. This step only watches; it stops nothing',
};
const AGES = { new: 'new', old: 'from before' };
function kindsText(kinds, counted) {
  const told = kinds.map(({ what, age, count: many }) => {
    const of = age && AGES[age];
    const name = what === '' ? of : `${what}${aside(of)}`;
    return name && (counted ? `${many} ${what === '' ? '' : '× '}${name}` : name);
  });
  return (0,text_parts/* joined */.o)(', ', ...told);
}
const report = {
  title: (name, clause, task) => `${name ?? (task === 'gate' ? 'SAE rollout' : 'SAE application')}: ${clause}`,
  deployed: 'deployed',
  inProgress: 'rollout in progress',
  waitingForFree: 'waiting until the application is free',
  severalTitle: ({ all, green, red, failed, left, going }, names, more) => {
    const other = red - failed - left;
    const bad = (0,text_parts/* present */.E)(failed > 0 && `${failed} of ${all} rollouts failed`, other > 0 &&
      (failed > 0 ? `${other} more did not succeed` : `${other} of ${all} rollouts did not succeed`), left > 0 &&
      (failed + other > 0
        ? `${left} still running`
        : `${left} of ${all} rollouts still running, no longer followed`)).map((count, index) => index === 0 ? `${count}: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}` : count);
    const good = red > 0 ? `${green} succeeded` : `${green} of ${all} rollouts succeeded`;
    const rest = (0,text_parts/* joined */.o)(', ', (red === 0 || going > 0) && good, going > 0 && `${going} in progress`);
    return (0,text_parts/* joined */.o)('; ', ...bad, rest);
  },
  overview: 'the overview',
  succeeded: (rollouts) => `${rollouts} succeeded`,
  readyOf: (ready, of) => `${ready} of ${of} ready`,
  rollouts: (rollouts) => count(rollouts, 'rollout'),
  further: (rollouts, ended) => `${rollouts} further rollouts${ended ? ' that did not succeed' : ''}`,
  batch: ({ number, of }) => `batch ${number}/${of}`,
  verdictBecause: (verdict, short) => `${verdict} – ${short}`,
  moreRed: (orders) => ({
    title: 'SAE rollout: further orders that did not succeed',
    message: `${count(orders, 'further order', 'further orders')} did not succeed: see the job summary.`,
  }),
  why: 'Why',
  now: 'Now',
  todo: 'Do',
  undo: 'To roll back',
  undoInstead: 'Or, to abort the rollout and roll it back',
  orderSucceeded: 'Order succeeded',
  wasSeen: 'Last seen',
  fate: (fate, batches) => `${FATES[fate].replace('…', aside(batches))}.`,
  continues: (state, gateIsRed) => `Rollout still running: ${state}.${gateIsRed ? ' The rollout continues; this step only watches.' : ''}`,
  lastSeen: (state, agoMs) => `Unknown. Last seen: ${state}${aside(agoMs !== undefined && `${duration(agoMs)} before the end`)}. This step only watches; it does not stop the rollout.`,
  blocking: (state, agoMs) => `Blocking order: ${state}${aside(agoMs !== undefined && `${duration(agoMs)} before the end`)}. This step does not touch it.`,
  batchesDone: (done, of) => `${done} of ${count(of, 'batch', 'batches')} done`,
  running: ({ ready, of, kinds, unready, restarts = 0, draining, partly }) => {
    const facts = (0,text_parts/* joined */.o)(', ', restarts > 0 && `${count(restarts, 'restart')} in all`, draining > 0 && `${draining} more shutting down`, partly && 'not all were read');
    const states = (0,text_parts/* joined */.o)('\n', of === 0 && unready.length === 0
      ? 'No instance is running.'
      : `${(0,text_parts/* joined */.o)(': ', `${ready} of ${count(of, 'instance')} ready`, kindsText(kinds, kinds.length > 1))}.`, unready.length > 0 && `Not ready: ${kindsText(unready, true) || unready.length}.`);
    return (0,text_parts/* joined */.o)(' ', states, facts !== '' && `${capitalized(facts)}.`);
  },
  unchecked: 'No health check is configured: "running" does not show that it serves.',
  supersededBy: (order) => `A newer order has changed what is running: ${order}.`,
  provenBy: (order) => `Verified with order ${order} of the same step, which came after it.`,
  notShown: (fault, remedy) => `The running instances could not be read: ${sentence(fault)} ${remedy}`,
  verifying: ({ kind, lastedMs, ofMs, ready, of }) => (0,text_parts/* joined */.o)(', ', kind === 'baking'
    ? `baking ${(0,format/* formatElapsed */.C7)(lastedMs)} of ${(0,format/* formatElapsed */.C7)(ofMs)}`
    : `verifying ${(0,format/* formatElapsed */.C7)(lastedMs)} of at most ${(0,format/* formatElapsed */.C7)(ofMs)}`, ready !== undefined && of !== undefined && `${ready} of ${of} healthy`),
  nothingToDo: ({ kind, ofMs }) => kind === 'baking'
    ? `Nothing. This step watches for ${duration(ofMs)} whether the instances stay healthy (bake), then ends by itself.`
    : `Nothing. This step checks for at most ${duration(ofMs)} whether all instances become healthy, then continues by itself.`,
  evidence: (instances, events) => `Evidence${aside(instances > 0 && count(instances, 'instance'), events > 0 && count(events, 'event'))}`,
  batchesAndTimeline: 'Batches and timeline',
  timeline: 'Timeline',
  details: 'Details (order, application, region, version, times)',
  instances: 'Running instances',
  took: (lastedMs) => `took ${duration(lastedMs)}`,
  waited: (lastedMs) => `waited ${duration(lastedMs)}`,
  usually: (usualMs, longerThanAny) => longerThanAny === undefined
    ? `usually ${duration(usualMs)}`
    : `longer than any of the last ${longerThanAny}, usually ${duration(usualMs)}`,
  openJob: 'Job log',
  saeSays: 'SAE says',
  fact: {
    verdict: 'Verdict',
    application: 'Application',
    changeOrder: 'Change order',
    blockingOrder: 'Blocking order',
    type: 'Type',
    status: 'Status',
    description: 'Description',
    waited: 'Waited',
    usual: 'Usually',
    estimate: 'Estimate',
    region: 'Region',
    started: 'Rollout began',
    rollback: 'Rollback supported',
    image: 'Image',
    version: 'Version',
  },
  yes: 'yes',
  no: 'no',
  batches: 'Batches',
  batchColumn: {
    batch: 'Batch',
    state: 'State',
    start: 'Start (UTC)',
    duration: 'Duration',
    bar: 'Timeline',
  },
  legend: '█ running · ▒ waiting before the batch · ░ before and after',
  waitedBefore: (waitMs) => `after a wait of ${duration(waitMs)}`,
  allBatches: (batches) => `All ${batches} batches`,
  moreBatches: (batches) => `… and ${count(batches, 'more batch', 'more batches')}`,
  notBegun: 'not begun',
  openInConsole: 'Change order in the SAE console',
  openNewer: 'Newer order',
  openRollback: 'Rollback order',
  footer: ({ polls, throttles, faults, version }) => (0,text_parts/* joined */.o)(' · ', count(polls, 'poll'), throttles > 0 && `${throttles} throttled`, faults > 0 && `recovered from ${count(faults, 'failed poll')}`, `sae-rollout-gate ${version}`),
  leftOut: (names) => `Left out because of its size: ${names.join(', ')}.`,
};

// EXTERNAL MODULE: ./build/src/undo/undo.js
var undo_undo = __nccwpck_require__(6028);
;// CONCATENATED MODULE: ./build/src/words/en/undo.js
const RESULTS = {
  asking: ', and a rollback is being asked for',
  following: ', and the rollback is being followed',
  'rolled-back': ', and rolled back',
  'rollback-failed': ', and the rollback failed',
  'not-rolled-back': ', and was not rolled back',
  asked: ', and a rollback was asked for',
  unknown: ', and whether it was rolled back is not known',
};
const BEFORE = {
  'needs-rollback': 'rollout failed',
  'timed-out': 'timed out',
  'awaiting-manual-step': 'waited for a person',
  cancelled: 'wait cancelled',
};
function undoneTitle(clause, verdict, result) {
  if (result === undefined)
    return clause;
  const before = result === 'not-rolled-back' ? undefined : BEFORE[verdict];
  return `${before ?? clause}${RESULTS[result]}`;
}
const OF = {
  creation: 'it was created',
  start: 'its first batch began',
};
const NOT_WRITTEN = {
  'several-targets': 'the step waits for several rollouts',
  'no-application': 'neither appId nor appName is given',
  'no-order': 'no order of this run was found',
  'not-named': 'the order was found by its time alone, and neither its id nor descriptionContains names it',
  'among-several': "several orders could be this run's own, and nobody can say which",
  'no-run-start': 'nothing tells when this run began',
  'step-cancelled': 'the step was cancelled, and rollbackOn does not name that',
  'no-time': why => `what has to be checked before could not be read within ${duration(why.limitMs)}`,
  unreadable: why => `what has to be checked before could not be read: ${faultText(why.fault)}`,
  'other-application': why => `the order is of another application (${(0,clean/* cleanText */.X5)(why.appId, 200)})`,
  unlisted: "the application's list of orders does not hold it",
  'other-description': 'its description does not contain descriptionContains',
  undated: why => `nothing tells when ${OF[why.of]}${why.of === 'start' ? ': it has begun no batch, so there is nothing to roll back' : ''}`,
  'too-old': why => `${OF[why.of]} at ${(0,format/* formatTime */.fU)(why.atMs)}, before this run did (${(0,format/* formatTime */.fU)(why.createdAfterMs)})`,
  ended: why => `the order has ended meanwhile (${stateOf(why.status)})`,
  'unknown-status': why => `the order is in a state that the API does not document (${stateOf(why.status)})`,
  'moved-on': why => `somebody has acted on the order meanwhile: it is not in the state any more that the verdict is about (${stateOf(why.status)})`,
  'not-supported': 'the API does not say that the order supports a rollback',
  'not-last': why => why.lastOrderId === undefined
    ? 'the application does not tell its last order, so that this one is not proven to be it'
    : `another order of the application has begun since (${(0,clean/* cleanText */.X5)(why.lastOrderId, 100)})`,
  refused: ({ fault }) => fault.neverSent === true
    ? `the request could not be sent: ${faultText(fault)}`
    : `the API refused it: ${sentence(faultText(fault))}${fault.reason === 'permission' ? ` Grant the RAM user or role of this key the action "sae:${fault.action}" on "*", or leave rollbackOn out.` : ''}`,
};
function stateOf(status) {
  return `${(0,facts/* statusText */.qS)(status, STATUS_WORDS)}, ${status}`;
}
const LOOK = 'Check in the console what is running before you deploy again.';
function sentText(undo) {
  const { accepted, fault, followed } = undo;
  const asked = accepted
    ? 'SAE accepted the rollback (rollbackOn)'
    : `The rollback (rollbackOn) was requested once, and no answer says whether SAE accepted it (${fault === undefined ? 'none came' : faultText(fault)}); it is not sent again, since SAE may have accepted it`;
  if (followed === undefined) {
    return { what: `${asked}. How it ended was not awaited.`, remedy: LOOK };
  }
  const { changeOrderId, separate, verdict, status } = followed;
  const id = (0,clean/* cleanText */.X5)(changeOrderId, 100);
  const state = status === undefined ? 'never seen' : (0,facts/* statusText */.qS)(status, STATUS_WORDS);
  const name = separate ? `rollback order ${id}` : 'the order itself';
  const ended = `${name}: ${verdicts[verdict] === state ? state : `${verdicts[verdict]} (${state})`}.`;
  const completed = (0,undo_undo/* mayHaveCompleted */.$z)(undo)
    ? ' The rollout may have completed before it could be aborted.'
    : '';
  const runs = undo.runsAsBefore ? ' Every instance runs what ran before the rollout.' : '';
  const what = `${asked}; ${ended}${completed}${runs}`;
  switch ((0,undo_undo/* rolledBackOf */.PR)(undo)) {
    case 'true':
      return {
        what: `Rolled back automatically (rollbackOn)${separate ? `, by order ${id}` : ''}.${completed}${runs}`,
        remedy: 'Fix the cause, then deploy again.',
      };
    case 'false':
      return { what, remedy: `Open order ${id} in the console: a person has to act.\n${LOOK}` };
    case 'unknown':
      return { what: `${what} Whether it was rolled back is not known.`, remedy: LOOK };
  }
}
function underWay({ order, timeoutMs }, lastedMs) {
  if (order === undefined)
    return 'Rollback: checking whether it may be asked for';
  const { changeOrderId, separate, status } = order;
  const state = status === undefined ? '' : `: ${(0,facts/* statusText */.qS)(status, STATUS_WORDS)}`;
  return `Rollback${separate ? '' : ' by the order itself'}, ${(0,clean/* cleanText */.X5)(changeOrderId, 100)}${state} · ${duration(lastedMs)} of at most ${duration(timeoutMs)}`;
}
const undo = {
  title: undoneTitle,
  underWay,
  explain: (done) => {
    switch (done.kind) {
      case 'not-due':
        return {};
      case 'under-way':
        return {
          what: `The step is red already, whatever comes of it. ${underWay(done, done.lastedMs)}.`,
          remedy: 'Leave the order alone until this step has ended: it then says what came of the rollback.',
        };
      case 'not-written':
        return {
          what: sentence(`It was not rolled back, and nothing was written: ${(0,facts/* sayingOf */.NM)(NOT_WRITTEN, done.why)}`),
        };
      case 'bug':
        return { what: sentence(`Undoing it ended with a bug of the gate: ${done.message}`), remedy: LOOK };
      case 'sent':
        return sentText(done);
    }
  },
  log: {
    label: 'rollback',
    writes: (orderId) => `rollbackOn: asking SAE to abort change order ${(0,clean/* cleanText */.X5)(orderId, 100)} and roll it back.`,
    follows: (accepted, orderId, timeoutMs) => `${accepted ? `SAE took it${orderId === undefined ? '' : `, as change order ${(0,clean/* cleanText */.X5)(orderId, 100)}`}` : 'No answer says whether SAE took it; it is not sent again'}. The step is red already; what becomes of it is followed for at most ${duration(timeoutMs)}.`,
  },
};
;// CONCATENATED MODULE: ./build/src/words/en/en.js
const en = {
  colon: ': ',
  comma: ', ',
  sentenceGap: ' ',
  aside: aside,
  duration: duration,
  statusName: statusName,
  unknownStatus: unknownStatus,
  subStatusName: subStatusName,
  verdict: verdicts,
  log: log,
  warning: warning,
  note: noteText,
  orderName: orderName,
  estimate: estimateText,
  batchIs: (place, status, forMs) => `${batchName(place)} ${status}${forMs === undefined ? '' : ` for ${duration(forMs)}`}`,
  fault: faultText,
  faultRemedy: faultRemedy,
  cause: cause,
  amongSeveral: amongSeveral,
  inputFault: inputFault,
  diagnosis: diagnosis,
  command: command,
  doctor: doctor,
  check: check,
  report: report,
  undo: undo,
};
;// CONCATENATED MODULE: ./build/src/words/zh/phrases.js
function phrases_duration(durationMs) {
  return (0,format/* formatDuration */.a3)(durationMs, { ms: '毫秒', s: '秒', min: '分钟', h: '小时' });
}
function phrases_sentence(text) {
  return /[!?！？…]$/u.test(text) ? text : `${text.replace(/[.。]$/u, '')}。`;
}
const BATCH = '批次';
const NEXT_BATCH = '下一批';
const FIRST_BATCH = '第一批';
function nthBatch(number) {
  return `第 ${number} 批`;
}
function phrases_batchName({ number, of }) {
  return nthBatch(`${number}/${of}`);
}
function batchCount(batches) {
  return `${batches} 批`;
}
function phrases_releaseNeeded(order, application) {
  return `需要有人在控制台确认发布变更单 ${order}${application === undefined ? ' ' : `（应用 ${application}）`}的${NEXT_BATCH}：SAE 不会自动继续。`;
}
function phrases_targetName(order, appId) {
  return order === undefined ? `应用 ${appId ?? ''} 的发布` : `变更单 ${order}`;
}
function phrases_runAgain(changeOrderId) {
  return `${changeOrderId === '' ? '' : `使用 changeOrderId“${changeOrderId}”`}重新运行本步骤`;
}
function phrases_approvalName(approvalId) {
  return phrases_aside(approvalId !== undefined && `审批 ID ${approvalId}`);
}
function phrases_aside(...parts) {
  const text = (0,text_parts/* joined */.o)('，', ...parts);
  return text === '' ? '' : `（${text}）`;
}
;// CONCATENATED MODULE: ./build/src/words/zh/statuses.js
const statuses_statusName = {
  preparing: '准备中',
  'in-progress': '执行中',
  succeeded: '执行成功',
  failed: '执行失败',
  terminated: '已终止',
  'awaiting-release': `等待人工确认发布${NEXT_BATCH}`,
  'auto-pause': '批次间等待，SAE 会自动继续',
  'system-error': '系统异常执行失败',
  'awaiting-approval': '等待审批',
  approved: '审批通过，等待执行',
};
function statuses_unknownStatus(status) {
  return `状态值 ${status} 未知`;
}
function statuses_subStatusName(subStatus) {
  if (subStatus === undefined)
    return '未返回';
  if (subStatus === 0)
    return '正常';
  return subStatus === 1 ? '发生异常' : `子状态值 ${subStatus} 未知`;
}
const statuses_STATUS_WORDS = { statusName: statuses_statusName, unknownStatus: statuses_unknownStatus };
;// CONCATENATED MODULE: ./build/src/words/zh/faults.js
const faults_BYTES_IN_MIB = 1_048_576;
const LISTED = { orders: '变更单', applications: '应用', instances: '实例' };
const faults_DETAILS = {
  'given-up': '请求已放弃',
  'time-limit': detail => `${phrases_duration(detail.limitMs)}内没有响应`,
  'too-large': detail => `${detail.host} 的响应超过 ${detail.limitBytes / faults_BYTES_IN_MIB} MiB`,
  'no-data': '响应中没有 Data',
  'bad-field': detail => `缺少 ${detail.field}，或其值与 API 文档不符`,
  contradictory: detail => `响应表示成功，但 ${detail.field} ${detail.code === undefined ? '既不是文本也不是数字' : `为“${detail.code}”`}`,
  'too-many': detail => `${detail.field} 含有 ${detail.count} 项，超出了一次发布可能有的数量（${detail.limit}）`,
  'other-order': detail => `响应属于变更单“${detail.changeOrderId}”`,
  stranger: detail => faults_strangerText(detail),
  'list-unfinished': '在读完整个列表之前时间已到',
  'list-bad': '返回的列表与 API 文档不符',
  'list-changed': '列表在读取期间发生了变化',
  'list-short': detail => `各页总共只有 ${detail.size} 个${LISTED[detail.of]}，而 API 称${detail.total === undefined ? '还有更多' : `有 ${detail.total} 个`}`,
  'list-endless': detail => `列表在 ${detail.pages} 页之内没有结束`,
  'list-lost': detail => `列表中没有此前出现过的变更单 ${detail.changeOrderId}`,
  'list-contradicts': detail => `列表中变更单 ${detail.changeOrderId} 的信息与此前不一致`,
  'not-allowed': '该作业无权申请',
  'no-token': '响应中没有令牌',
  'token-file': detail => `ALIBABA_CLOUD_OIDC_TOKEN_FILE 指定的“${detail.file}”${(0,facts/* sayingOf */.NM)(faults_TOKEN_FILE_PROBLEMS, detail.problem)}`,
  'by-token-file': '所用的令牌来自 ALIBABA_CLOUD_OIDC_TOKEN_FILE',
  'no-credentials': '响应中没有 API 文档所述的访问凭证',
};
function faults_faultDetail(detail) {
  return (0,facts/* sayingOf */.NM)(faults_DETAILS, detail);
}
const faults_TOKEN_FILE_PROBLEMS = {
  missing: '不存在',
  'not-a-file': '不是文件，而是目录、管道或设备',
  unreadable: problem => `无法读取（${problem.code}）`,
  slow: problem => `在${phrases_duration(problem.limitMs)}内未能读取`,
  empty: '内容为空',
  'too-large': '超过了 STS 接受的令牌长度（20,000 个字符）',
  'no-token': '的内容不是单独一个令牌',
};
function faults_strangerText({ bodyStart, contentType, location, }) {
  const start = bodyStart === '' ? '空的响应正文' : `以“${bodyStart}”开头的响应正文`;
  const type = contentType ?? '没有 Content-Type';
  const to = location === undefined ? '' : `，重定向到 ${location}`;
  return `不是 API 的响应，而是${start}（${type}${to}）`;
}
function faults_clockIs(aheadMs) {
  return `本机时钟比 API 的时钟${aheadMs > 0 ? '慢' : '快'} ${phrases_duration(Math.abs(aheadMs))}`;
}
function faults_faultRemedy({ reason, action, clockAheadMs, detail }) {
  switch (reason) {
    case 'permission':
      return `请为该 AccessKey 所属的 RAM 用户或 RAM 角色授予权限“sae:${action}”，资源为“*”（系统策略 AliyunSAEReadOnlyAccess 包含该权限）。`;
    case 'credentials':
      return '请检查 accessKeyId 与 accessKeySecret 是否配对、该 AccessKey 是否存在且已启用，以及 securityToken 是否属于同一会话。';
    case 'credentials-expired':
      return '访问凭证已过期。有两种解决办法：让本 Action 自行扮演 RAM 角色（roleArn、oidcProviderArn；会自动续期会话），或者为 aliyun/configure-aliyun-credentials-action 设置更长的 role-session-expiration。';
    case 'no-id-token':
      return detail?.kind === 'token-file'
        ? '请检查 ALIBABA_CLOUD_OIDC_TOKEN_FILE 指定的文件是否已挂载、本进程是否有权读取，且其中只有令牌。在 ACK 中由 RRSA 提供该文件：请确认集群已启用 RRSA，并已注入此 Pod。'
        : '作业需要“permissions: id-token: write”（来自 fork 的拉取请求无法获得该权限）。在 GitHub Actions 之外，须由 ALIBABA_CLOUD_OIDC_TOKEN_FILE 指定保存令牌的文件。';
    case 'role-refused':
      if (detail?.kind === 'by-token-file') {
        return '请检查 ALIBABA_CLOUD_ROLE_ARN 和 ALIBABA_CLOUD_OIDC_PROVIDER_ARN，并确认角色的信任策略允许 ALIBABA_CLOUD_OIDC_TOKEN_FILE 中令牌的签发者（oidc:iss）、受众（oidc:aud）和主体（oidc:sub，例如 system:serviceaccount:NAMESPACE:NAME），且允许 roleSessionDuration 指定的会话时长。';
      }
      return action === 'AssumeRoleWithOIDC'
        ? '请检查 roleArn 和 oidcProviderArn，确认 oidcAudience 是该身份提供商的客户端 ID，并确认角色的信任策略允许此仓库和分支（oidc:sub）、该签发者（oidc:iss）和该受众（oidc:aud），且允许 roleSessionDuration 指定的会话时长。'
        : '请确认 ALIBABA_CLOUD_ECS_METADATA 中的 RAM 角色已授予此 ECS 实例。';
    case 'clock':
      return clockAheadMs === undefined
        ? '本机时钟偏差超过 15 分钟：请通过 NTP 校准时间，然后重新运行该步骤。'
        : `${faults_clockIs(clockAheadMs)}：请通过 NTP 校准时间，然后重新运行该步骤。`;
    case 'parameter':
      return action === 'ListApplications'
        ? '请检查 appName 和 namespaceId：API 不接受它们。'
        : '请检查 changeOrderId 和 appId：API 不接受它们。';
    case 'place':
      return action === 'ListApplications'
        ? '请检查 namespaceId、regionId 和 endpoint：没有该命名空间，或者该地域不提供 SAE。'
        : '请检查 regionId 和 endpoint：该地域未提供 SAE，或者该接入点不是此地域的 SAE API。';
    case 'not-documented':
      return '至少 15 秒内请求每次都被拒绝，且错误码未在 API 文档中说明：已知信息见其错误消息。请检查输入参数和权限；阿里云技术支持可以根据 RequestId 查找该请求。';
    case 'unknown-host':
      return action === 'AssumeRoleWithOIDC'
        ? '该主机名不存在。请检查 stsEndpoint，以及代理（如有）。'
        : '该主机名不存在。请检查 regionId（是否拼写有误）和 endpoint，以及代理（如有）。';
    case 'no-such-application':
      return '请检查 appId，并确认 regionId 是该应用所在的地域。';
    case 'no-such-order':
      return '请检查 changeOrderId 和 regionId。';
    case 'certificate':
      return '服务器的证书未被信任。请检查 endpoint；如果经过使用自有 CA 的代理，请在 NODE_EXTRA_CA_CERTS 中指定该 CA。';
    case 'network':
    case 'no-answer':
      return '请检查此运行器能否访问接入点（regionId、endpoint、代理、防火墙）。';
    case 'not-the-api':
    case 'malformed':
    case 'too-large':
      return '请检查 endpoint 是否为 SAE API，以及是否有代理代替它作答。';
    case 'contradictory':
      return '请在 SAE 控制台查看该应用实际运行的内容。如果响应持续自相矛盾，请将 RequestId 反馈给阿里云。';
    case 'throttled':
      return '该账号的 API 调用已超出流控限制：请减少其他地方的调用，或申请提高限额。';
    case 'server':
    case 'nonce-used':
      return 'SAE 的 API 出现故障：请等待其恢复，期间可在控制台查看。';
  }
}
const faults_NO_SECOND_STEP = ['clock', 'contradictory', 'not-documented'];
function faults_faultSteps(fault, changeOrderId) {
  const remedy = faults_faultRemedy(fault);
  return faults_NO_SECOND_STEP.includes(fault.reason) ? remedy : `${remedy}\n然后${phrases_runAgain(changeOrderId)}。`;
}
const faults_SHORT = {
  permission: '没有权限',
  credentials: '访问凭证无效',
  'credentials-expired': '访问凭证已过期',
  'no-id-token': '没有 ID 令牌',
  'role-refused': '无法扮演 RAM 角色',
  clock: '本机时钟不准',
  parameter: 'API 不接受所给的 ID',
  place: '地域或接入点有误',
  'not-documented': '请求被拒绝',
  'unknown-host': '主机名不存在',
  'no-such-application': '应用不存在',
  'no-such-order': '变更单不存在',
  certificate: '证书未被信任',
  network: 'API 无法访问',
  'no-answer': 'API 没有响应',
  'not-the-api': '响应并非来自 SAE',
  malformed: '响应与文档不符',
  'too-large': '响应过大',
  contradictory: '响应自相矛盾',
  throttled: 'API 调用被限流',
  server: 'API 不可用',
  'nonce-used': 'API 不可用',
};
function faults_faultShort({ reason, action }) {
  return reason === 'permission' ? `${faults_SHORT[reason]}（sae:${action}）` : faults_SHORT[reason];
}
function faults_faultText(fault) {
  const { action, reason, code, httpStatus, requestId, message, detail } = fault;
  const inBrackets = phrases_aside(httpStatus !== undefined && `HTTP ${httpStatus}`, requestId !== undefined && `RequestId ${requestId}`);
  const own = detail === undefined ? '' : faults_faultDetail(detail);
  const said = [message, own]
    .filter(text => text !== '')
    .map(text => `：${text}`)
    .join('');
  switch (reason) {
    case 'network':
    case 'unknown-host':
    case 'certificate':
      return `${action} 请求失败${said}`;
    case 'no-answer':
      return `${action} 没有收到响应${said}`;
    case 'no-id-token':
      return `${action} 无法获取${inBrackets}${said}`;
    case 'contradictory':
      return `${action} 收到的响应自相矛盾${inBrackets}${said}`;
    case 'malformed':
    case 'not-the-api':
    case 'too-large':
      return `${action} 收到的响应无法使用${inBrackets}${said}`;
    default:
      return `${action} 返回${code === undefined ? '失败' : ` ${code}`}${inBrackets}${said}`;
  }
}
const faults_GITHUB_FAILURES = {
  'time-limit': failure => `${phrases_duration(failure.limitMs)}内没有响应`,
  'no-run-start': '响应中没有本次运行的开始时间',
  said: failure => failure.httpStatus === undefined ? failure.message : `HTTP ${failure.httpStatus}：${failure.message}`,
};
function faults_gitHubFailure(failure) {
  return (0,facts/* sayingOf */.NM)(faults_GITHUB_FAILURES, failure);
}
const faults_RUN_UNKNOWNS = {
  'not-asked': '没有令牌，或者不在工作流运行中',
  impossible: unknown => `GitHub 返回的时间为 ${faults_cannotBe(unknown.startedMs)}`,
  refused: unknown => `GitHub 返回 HTTP ${unknown.httpStatus}`,
  failed: unknown => faults_gitHubFailure(unknown.failure),
};
function faults_runUnknownText(unknown) {
  return (0,facts/* sayingOf */.NM)(faults_RUN_UNKNOWNS, unknown);
}
function faults_startUnknownText({ run, eventFileMs }) {
  const file = eventFileMs === undefined ? '没有事件文件' : `事件文件的修改时间为 ${faults_cannotBe(eventFileMs)}`;
  return `${faults_runUnknownText(run)}；${file}`;
}
function faults_cannotBe(startedMs) {
  return `${(0,format/* formatTime */.fU)(startedMs)}，不可能是真实的开始时间：一次运行最长 35 天，也不会在将来开始`;
}
;// CONCATENATED MODULE: ./build/src/words/zh/notes.js
const notes_KEEPS_WAITING = '本步骤会继续等待，其间运行器的使用时长照常计费。';
const notes_log = {
  started: version => `sae-rollout-gate ${version}`,
  waiting: (order, appId, place, timeoutMs) => `开始等待${phrases_targetName(order, appId)}（${place}），最多等待 ${phrases_duration(timeoutMs)}。`,
  waitingForFree: (application, place, timeoutMs) => `开始等待应用 ${application} 空闲（${place}），最多等待 ${phrases_duration(timeoutMs)}。`,
  waitingForSeveral: (orders, place, timeoutMs, callsPerMinute) => `开始等待 ${orders} 个发布（${place}），最多等待 ${phrases_duration(timeoutMs)}，每分钟最多调用 API ${callsPerMinute} 次：`,
  target: phrases_targetName,
  following: order => `正在查看变更单 ${order}。`,
  changesLeftOut: changes => `……此处省略 ${changes} 条变化……`,
  tookPlainNumber: ({ input, got, durationMs }) => `${input}：${got} 按 ${phrases_duration(durationMs)}处理（纯数字表示秒）。`,
  shortPlainNumber: ({ input, got, durationMs }) => `${input}：${got} 是纯数字，按秒处理，即 ${phrases_duration(durationMs)}。` +
    `如果要表示分钟，请写 ${got}m；如果要表示秒，请写 ${got}s。`,
  firstSeen: (name, type, status, batches) => `${name}${phrases_aside(type)}：${status}${batches === 0 ? '' : `，共 ${batchCount(batches)}`}`,
  order: status => `变更单：${status}`,
  subStatus: subStatus => `子状态（SubStatus）：${subStatus}`,
  batch: (place, status, tookMs) => `${phrases_batchName(place)}：${status}${tookMs === undefined ? '' : `，耗时 ${phrases_duration(tookMs)}`}`,
  heartbeat: (state, estimate, looks, leftMs) => `仍在等待：${state}${estimate === '' ? '' : ` · ${estimate}`} · 已查询 ${looks} 次 · 距截止还有 ${phrases_duration(leftMs)}`,
  liveBeat: (state, estimate, leftMs) => `${state}${estimate === '' ? '' : ` · ${estimate}`} · 距截止还有 ${phrases_duration(leftMs)}`,
  stepHeartbeat: ({ all, going, red }, named, leftMs) => `仍在等待 ${all} 个发布中的 ${going} 个${phrases_aside(named.join('、'))}${red === 0 ? '' : ` · ${red} 个未成功`} · 距截止还有 ${phrases_duration(leftMs)}`,
  notSeenYet: '尚未查到该变更单',
  trouble: text => `没有得到可用的响应，将再次查询：${text}`,
  troubleOver: (faults, lastedMs) => `API 已恢复可读，此前 ${phrases_duration(lastedMs)}内查询失败 ${faults} 次。`,
  doubtful: {
    absent: '（目前）没有该变更单；将再查询 15 秒，然后才予以确认。',
    contradicted: `变更单显示执行成功，但有${BATCH}显示执行失败；将再查询 15 秒，然后得出结论。`,
    'batch-unknown': `变更单显示执行成功，但未返回某个${BATCH}的状态；将再查询 15 秒。`,
    'batch-open': `变更单显示执行成功，但有${BATCH}尚未执行成功；将再查询 15 秒，然后得出结论。`,
    'batches-differ': `变更单显示执行成功，但返回的${BATCH}与 BatchCount 不一致；将再查询 15 秒。`,
    undated: '变更单显示执行成功，但其时间无法证明它属于本次运行；将再查询 15 秒。',
    contradictory: '响应同时表示成功和错误；将再查询 15 秒，然后得出结论。',
    refused: 'API 以文档中未说明的错误码拒绝了请求；将再查询 15 秒，然后才予以确认。',
    'unknown-host': '（目前）该主机名不存在；将再查询 15 秒，然后才予以确认。',
    unlisted: '该变更单（目前）不在应用的变更单列表中；将再查询 15 秒，然后才予以确认。',
  },
  request: (action, requestId, tookMs, outcome) => `${action} ${requestId ?? '无 RequestId'} ${phrases_duration(tookMs)}：${outcome}`,
  notReported: reason => `报告有一部分未能写出（结论不变）：${reason}`,
};
const notes_warning = {
  unmaskableTitle: 'SAE 发布门禁：有敏感信息无法屏蔽',
  unmaskable: names => `${names.join('、')}：内容过短或是过于常见的单词，无法屏蔽，否则其他包含它的文字也会被隐藏。应为至少 8 个字符的密钥或密码（混合使用字母、数字和符号时至少 5 个）。本步骤仍会使用它，但如果服务器在响应中引用，它可能会显示出来：请改用更长的密钥或密码。`,
  releaseTitle: 'SAE 发布在等待人工操作',
  release: (order, application) => `${phrases_releaseNeeded(order, application)}${notes_KEEPS_WAITING}`,
  approvalTitle: 'SAE 发布在等待审批',
  approval: (order, approvalId) => `需要有人在控制台审批变更单 ${order}${phrases_approvalName(approvalId)}，之后它才会执行。${notes_KEEPS_WAITING}`,
  unknownStatusTitle: 'SAE 发布处于未知状态',
  unknownStatus: (what, value) => `API 返回的 ${what} 为 ${value}，API 文档没有说明其含义。本步骤既不将其视为成功，也不视为失败，会继续等待；请到控制台查看。`,
  durationTitle: 'SAE 发布门禁：秒还是分钟？',
  clockTitle: 'SAE 发布门禁：时钟不准',
  clock: aheadMs => `${faults_clockIs(aheadMs)}，因此 API 拒绝了一个请求。该请求已按 API 的时间重新签名，后续请求也照此签名；其他判断均不使用该时间。请通过 NTP 校准本机时钟。`,
};
function notes_estimateText({ fractionDone, remainingMs, usualMs, longerThanAny }) {
  return (0,text_parts/* joined */.o)(' · ', 
  fractionDone !== undefined && remainingMs === undefined && `${Math.floor(fractionDone * 100)}%`, remainingMs !== undefined && `预计剩余约 ${phrases_duration((0,format/* roughMs */.qx)(remainingMs))}`, longerThanAny !== undefined && `已超过最近 ${longerThanAny} 次发布中最长的一次`, usualMs !== undefined && `通常耗时 ${phrases_duration(usualMs)}`);
}
const notes_CREDENTIALS = {
  keys: '输入中的 AccessKey',
  role: '输入中的 RAM 角色，以此工作流的 ID 令牌扮演',
  'role-by-token-file': '输入中的 RAM 角色，以 ALIBABA_CLOUD_OIDC_TOKEN_FILE 中的令牌扮演',
  'environment-keys': '环境变量中的 AccessKey',
  'environment-role': '环境变量中的 RAM 角色，以此工作流的 ID 令牌扮演',
  'environment-role-by-token-file': '环境变量中的 RAM 角色，以 ALIBABA_CLOUD_OIDC_TOKEN_FILE 中的令牌扮演',
  'ecs-role': '此 ECS 实例的 RAM 角色',
};
const notes_REFUSALS = {
  'other-application': '它属于另一个应用',
  'other-type': '它的类型不是 coType 所要求的',
  'other-description': '它的描述不包含 descriptionContains',
  'no-time': '它的创建时间缺失、无法识别或晚于当前时间',
  'too-old': '它创建得太早',
  stale: `它的${FIRST_BATCH}早于本次运行开始`,
};
const notes_BOUNDS = {
  run: '本次工作流运行开始',
  job: '本作业开始',
  'first-attempt': '本次运行首次创建',
  input: '输入项 createdAfter 指定的时间',
  pipeline: '本流水线创建',
};
function notes_orderName({ changeOrderId, coTypeCode, createdMs, description }) {
  const known = phrases_aside(coTypeCode, createdMs !== undefined && `创建于 ${(0,format/* formatTime */.fU)(createdMs)}`, (0,clean/* cleanText */.X5)(description) !== '' && `“${(0,clean/* cleanText */.X5)(description, 80)}”`);
  return `${(0,clean/* cleanText */.X5)(changeOrderId, 100)}${known}`;
}
function notes_blockingName(order) {
  return `变更单 ${notes_orderName(order)}${order.createdBy === undefined ? '' : `，创建者 ${order.createdBy}`}`;
}
function notes_andOthers(others) {
  return others === 0 ? '' : `；另有 ${others} 个变更单未结束`;
}
function notes_blockedBy({ order, others }) {
  return `应用尚未空闲，未结束的变更单：${notes_blockingName(order)}${notes_andOthers(others)}。`;
}
const notes_NOTES = {
  credentials: note => `访问凭证：${notes_CREDENTIALS[note.source]}。`,
  'unknown-co-type': note => `coType：“${note.coType}”不是 API 文档列出的变更类型；仍会按该类型查找变更单。`,
  bound: note => notes_boundText(note.bound, note.agoMs),
  named: note => `appName：“${(0,clean/* cleanText */.X5)(note.appName, 100)}”对应应用 ${note.appId}${phrases_aside(note.namespaceId !== undefined && `命名空间 ${note.namespaceId}`)}。`,
  'naming-trouble': note => `无法按名称查找应用，将再次查询：${faults_faultText(note.fault)}`,
  'search-trouble': note => `无法读取变更单列表，将再次查询：${faults_faultText(note.fault)}`,
  learnt: note => note.count === 1
    ? `该应用最近一次同类型的发布耗时 ${phrases_duration(note.usualMs)}。`
    : `该应用最近 ${note.count} 次同类型的发布耗时 ${phrases_duration(note.shortestMs)}至 ${phrases_duration(note.longestMs)}，通常为 ${phrases_duration(note.usualMs)}。`,
  'blocked-by': note => notes_blockedBy(note),
  'older-running': note => `仍在执行，但创建于该时间之前，因此跳过：${notes_orderName(note.order)}。`,
  'first-attempt': note => `这是一次重新运行，且本次尝试开始后没有创建变更单：将采用本次运行创建（${(0,format/* formatTime */.fU)(note.createdMs)}）以来最新的变更单。`,
  chosen: note => chosenText(note),
  stale: note => `已跳过：${(0,clean/* cleanText */.X5)(note.changeOrderId, 100)}，其${FIRST_BATCH}开始于 ${(0,format/* formatTime */.fU)(note.startMs)}，早于本次运行。`,
  'also-qualifies': note => `同样符合条件，因此也必须成功：${notes_orderName(note.order)}。`,
  'newer-order': note => `此后另有一个变更单，它会改变实际运行的内容，但不影响结论：${notes_orderName(note.refusal.order)}；不等待它，因为${notes_REFUSALS[note.refusal.reason]}。`,
};
const notes_TITLES = {
  'unknown-co-type': 'SAE 发布门禁：未知的 coType',
  'newer-order': 'SAE 发布门禁：此后另有变更单',
};
function notes_noteText(note) {
  return { title: notes_TITLES[note.kind] ?? 'SAE 发布门禁', text: (0,facts/* sayingOf */.NM)(notes_NOTES, note) };
}
function chosenText({ order, of, source }) {
  const chosen = `已选定：${notes_orderName(order)}，`;
  const since = `自${notes_BOUNDS[source]}以来`;
  const which = source === 'first-attempt' ? '符合条件的最新' : '唯一符合条件的';
  if (of === 1)
    return `${chosen}${since}${which}变更单。`;
  return `${chosen}${since}符合条件的 ${of} 个变更单中最新的一个。其中之一属于本次运行，但无从得知是哪一个，因此它们必须全部成功。`;
}
function notes_boundText(bound, agoMs) {
  const since = `正在查找 ${(0,format/* formatTime */.fU)(bound.createdAfterMs)}（${notes_BOUNDS[bound.source]}，${phrases_duration(agoMs)}前）之后创建的变更单。`;
  if (bound.source === 'job')
    return `${since}${notes_onlyThisJob(bound)}`;
  return bound.source === 'pipeline' ? `${since}${notes_RUN_AGAIN}` : since;
}
const notes_RUN_AGAIN = '重新运行的作业也会计入其首次运行的变更单：如果部署就在此作业中，请指定 --created-after $CI_JOB_STARTED_AT，或者以 --change-order-id 传入部署调用返回的 ID。';
function notes_sinceText({ source, createdAfterMs, firstAttemptMs }) {
  const since = `${(0,format/* formatTime */.fU)(createdAfterMs)}（${notes_BOUNDS[source]}）之后`;
  return firstAttemptMs === undefined
    ? since
    : `${since}，乃至 ${(0,format/* formatTime */.fU)(firstAttemptMs)}（${notes_BOUNDS['first-attempt']}）之后`;
}
function notes_onlyThisJob({ runUnknown }) {
  const reason = runUnknown === undefined ? '未说明原因' : faults_runUnknownText(runUnknown);
  const remedy = runUnknown?.kind === 'impossible'
    ? '请将 changeOrderId 设为变更单 ID。'
    : '请为该作业授予“permissions: actions: read”，或将 changeOrderId 设为变更单 ID。';
  return `无法查询本次运行本身的开始时间（${reason}），因此看不到本次运行中更早的作业所创建的变更单：${remedy}`;
}
;// CONCATENATED MODULE: ./build/src/words/zh/idle.js
const zh_idle_RUN_AGAIN = '然后重新运行此步骤。';
function idle_theOrder(order, others = 0) {
  return `\n${notes_blockingName(order)}${notes_andOthers(others)}。`;
}
const idle_idleCause = {
  idle: ({ orders }, { waitedMs }) => ({
    title: '应用空闲',
    what: `该应用没有未结束的变更单（列表中共 ${orders} 个）；等待了 ${phrases_duration(waitedMs)}。`,
    remedy: '',
  }),
  'still-blocked': ({ order, others }, { waitedMs, lastFault }) => ({
    title: '应用未空闲：等待超时',
    what: `等待 ${phrases_duration(waitedMs)}后，仍有其他变更单未结束，在它结束之前 SAE 会拒绝部署。` +
      (lastFault === undefined ? '' : `最近一次错误：${phrases_sentence(faults_faultText(lastFault))}`) +
      idle_theOrder(order, others),
    remedy: `请到控制台查看该变更单的情况。\n${zh_idle_RUN_AGAIN}\n如果此类变更单通常需要这么长时间，请调大 timeout。`,
  }),
  'blocked-for-good': ({ order }, { rollbackSupported, hasRollbackCommand }) => ({
    title: '应用被占用：需要人工回滚',
    what: `应用被另一个变更单占用：SAE 既无法完成它，也无法自行回滚它（SubStatus 1，发生异常）。${idle_theOrder(order)}`,
    remedy: `请在控制台打开该变更单并${rollbackSupported === false ? '将其终止（API 返回不支持回滚）' : `进行回滚${hasRollbackCommand ? '，或使用下面的命令' : ''}`}。\n${zh_idle_RUN_AGAIN}`,
  }),
  'blocked-by-person': ({ order, status, ranOut }, { approvalId }) => {
    const isRelease = (0,statuses/* manualStepOf */.U1)(status) === 'release';
    return {
      title: `应用被占用：变更单等待${isRelease ? '人工确认下一批次' : '审批'}`,
      what: `另一个变更单在等待人工${isRelease ? `确认发布${NEXT_BATCH}` : `审批${phrases_approvalName(approvalId)}`}，而${ranOut ? '在 manualStepTimeout 内无人处理' : ' onManualStep 为“fail”'}。${idle_theOrder(order)}`,
      remedy: `请在控制台打开该变更单并${isRelease ? `确认发布${NEXT_BATCH}` : '完成审批'}，或将其终止。\n${zh_idle_RUN_AGAIN}`,
    };
  },
  'idle-unreadable': ({ fault, lastedMs }) => ({
    title: `无法证明应用空闲：${faults_faultShort(fault)}`,
    what: `${lastedMs === undefined ? '无法证明应用处于空闲状态' : `API 已有 ${phrases_duration(lastedMs)}无法读取，因此无法证明应用处于空闲状态`}。最近一次错误：${phrases_sentence(faults_faultText(fault))}`,
    remedy: `${faults_faultSteps(fault, '')}${lastedMs === undefined ? '' : '\n如果要容忍此类中断，请调大 outageTolerance。'}`,
  }),
  'idle-cancelled': ({ signal, order }, { waitedMs }) => ({
    title: '等待应用空闲已取消',
    what: `等待应用空闲 ${phrases_duration(waitedMs)}后被取消（${signal}）。${order === undefined ? '' : idle_theOrder(order)}`,
    remedy: '如需再次等待，请重新运行此步骤。',
  }),
};
;// CONCATENATED MODULE: ./build/src/words/zh/proof.js
const proof_LONGEST_ID = 200;
const proof_LONGEST_NAME = 40;
const proof_LACKS = {
  'not-running': ({ what }) => `未运行（${what}）`,
  'not-healthy': ({ what }) => `不健康（${what}）`,
  'not-new': () => '早于本次发布',
  'other-image': ({ what, expected }) => `的镜像为 ${what}，应为 ${expected}`,
  'other-version': ({ what, expected }) => `的版本为 ${what}，应为 ${expected}`,
  'still-live': ({ what }) => `仍然存在（${what}）`,
};
function proof_shortfallText(told, withIds) {
  switch (told.kind) {
    case 'mixed':
      return `各实例的${told.what === 'image' ? '镜像' : '版本'}不一致${withIds ? `：${told.found.join('、')}` : ''}`;
    case 'too-few':
      return `${told.wanted} 个实例中只有 ${told.ready} 个运行且健康`;
    default:
      return `${told.count} 个实例${proof_LACKS[told.kind](told)}${withIds ? phrases_aside(proof_idsText(told)) : ''}`;
  }
}
function proof_idsText({ ids, count }) {
  return (0,text_parts/* joined */.o)('、', ...ids, count > ids.length && '…');
}
const proof_MOST_SHORTFALLS = 3;
function proof_shortfallsText(shortfalls) {
  const told = toldShortfalls(shortfalls);
  const first = told.slice(0, proof_MOST_SHORTFALLS).map(one => proof_shortfallText(one, true));
  const more = told.length - proof_MOST_SHORTFALLS;
  return (0,text_parts/* joined */.o)('；', ...first, more > 0 && `另有 ${more} 项`);
}
function proof_breakText(how) {
  if (how.kind === 'other')
    return proof_shortfallsText([how.shortfall]);
  if (how.kind === 'too-few') {
    return `${how.wanted} 个实例中只有 ${how.ready} 个运行且健康，已持续 ${phrases_duration(how.lastedMs)}`;
  }
  const { instance } = how;
  const name = `实例 ${instance.instanceId} `;
  switch (how.kind) {
    case 'restarted':
      return `${name}发生重启（重启次数 ${how.before} → ${instance.restarts ?? '?'}）`;
    case 'error-state':
      return `${name}状态为 ${shownWord(instance.containerStatus)}`;
    case 'not-ready':
      return `${name}处于 ${shownWord(instance.containerStatus)} / ${shownWord(instance.healthStatus)} 已 ${phrases_duration(how.lastedMs)}`;
  }
}
const proof_UNTOLD = {
  Groups: '应用的实例分组',
  Replicas: '应有的实例数（Replicas）',
  InstanceContainerStatus: '实例的容器状态（InstanceContainerStatus）',
  InstanceHealthStatus: '实例的健康状态（InstanceHealthStatus）',
  InstanceContainerRestarts: '实例的重启次数（InstanceContainerRestarts）',
  CreateTimeStamp: '实例的创建时间（CreateTimeStamp）',
  ImageUrl: '实例的镜像（ImageUrl）',
  PackageVersion: '实例的版本（PackageVersion）',
  StartTime: '首个批次的开始时间（StartTime）',
};
function proof_notSo(shortfalls, short) {
  const [first] = toldShortfalls(shortfalls);
  const other = shortfalls.find(isOfAnother);
  if (other !== undefined && first !== undefined)
    return `变更成功，但 ${proof_shortfallText(first, false)}`;
  const ready = first?.kind === 'too-few' ? `${first.wanted} 个实例中只有 ${first.ready} 个就绪` : '有实例未就绪';
  return proof_unhealthy(short ?? ready);
}
function proof_unhealthy(why) {
  return `变更成功，但实例异常：${why}`;
}
const proof_BROKEN = {
  restarted: '有实例重启',
  'error-state': '有实例处于错误状态',
  'not-ready': '有实例未就绪',
};
function proof_brokenTitle(how, bakedMs) {
  const after = bakedMs === undefined ? '' : `验证通过 ${phrases_duration(bakedMs)}后`;
  if (how.kind === 'other')
    return `${proof_notSo([how.shortfall])}${phrases_aside(after)}`;
  return how.kind === 'too-few' ? `${proof_notSo([how])}${phrases_aside(after)}` : proof_unhealthy(`${after}${proof_BROKEN[how.kind]}`);
}
function proof_unverified(why) {
  return `变更成功，但未能验证：${why}`;
}
const proof_FIX_OR_BACK = '请部署修复后的版本，或在控制台回滚。';
const proof_REPLACE = '请在控制台查看原因。\n然后重新部署，或重启应用。';
function proof_newerTitle(order) {
  const { description, coTypeCode = '–' } = order;
  const name = (0,clean/* cleanText */.X5)(description === '' ? coTypeCode : description, proof_LONGEST_NAME);
  return `${description === '' ? name : `“${name}”`}${proof_statusOf(order)}`;
}
function proof_statusOf({ status }) {
  return status === undefined ? '' : `，${(0,facts/* statusText */.qS)(status, statuses_STATUS_WORDS)}`;
}
const proof_proofCause = {
  superseded: ({ order }) => ({
    title: `已被之后的变更单取代：${proof_newerTitle(order)}`,
    what: `线上运行的版本已被之后的变更单改变：${notes_orderName(order)}${proof_statusOf(order)}。`,
    remedy: '请在控制台查看之后的变更单，线上运行的版本以它为准。\n如仍需要本次的版本，请在之后的变更单结束后重新部署。',
  }),
  'not-settled': ({ shortfalls }, { short, changeOrderId }) => ({
    title: proof_notSo(shortfalls, short),
    what: `verifyTimeout 结束时，${proof_shortfallsText(shortfalls)}。变更单本身已成功。`,
    remedy: shortfalls.some(isOfAnother)
      ? `请在控制台查看是否仍在变化。\n如果是，请调大 verifyTimeout 并${phrases_runAgain(changeOrderId)}。\n如果不是，请重新部署，或重启应用。`
      : (0,text_parts/* joined */.o)('\n', short === undefined && '请在控制台查看这些实例的日志和事件。', proof_FIX_OR_BACK, !shortfalls.some(isErrorState) &&
        `如果只是启动较慢，请调大 verifyTimeout 并${phrases_runAgain(changeOrderId)}。`),
  }),
  broken: ({ how, bakedMs }, { short }) => ({
    title: proof_brokenTitle(how, bakedMs),
    what: `${proof_breakText(how)}。变更单本身已成功。`,
    remedy: how.kind === 'other' && isOfAnother(how.shortfall)
      ? proof_REPLACE
      : (0,text_parts/* joined */.o)('\n', short === undefined && '请在控制台查看该实例的日志。', proof_FIX_OR_BACK),
  }),
  'none-wanted': () => ({
    title: proof_unverified('应用没有实例'),
    what: '变更单已成功，但应用的目标实例数为 0（Replicas 为 0），没有可以验证的实例。',
    remedy: '请启动或扩容应用；如果应用本就处于停止状态，请将 verify 设为“show”。',
  }),
  'in-place': () => ({
    title: proof_unverified('所有实例都早于本次发布'),
    what: '变更单已成功，但所有实例的创建时间都早于本次发布。原地更新会保留实例，此时只有镜像或版本能证明它们已更新。',
    remedy: '请将 expectImage 设为带摘要的镜像（…@sha256:…），或将 expectVersion 设为部署包的版本。',
  }),
  'field-untold': ({ field }) => ({
    title: proof_unverified(`响应中缺少 ${field}`),
    what: `变更单已成功，但无法验证实例：API 未返回${proof_UNTOLD[field]}。`,
    remedy: '请在控制台查看应用。\n如果一直如此，请将 verify 设为“show”并反馈该问题。',
  }),
  'application-untold': () => ({
    title: proof_unverified('变更单未返回所属应用'),
    what: '变更单已成功，但无法验证实例：变更单未返回所属应用。',
    remedy: '请设置 appId。',
  }),
  'proof-unreadable': ({ fault, lastedMs }, { changeOrderId }) => ({
    title: proof_unverified(faults_faultShort(fault)),
    what: `变更单已成功，但${lastedMs > 0 ? `在 ${phrases_duration(lastedMs)}内` : ''}无法读取实例：${phrases_sentence(faults_faultText(fault))}`,
    remedy: faults_faultSteps(fault, changeOrderId),
  }),
  'newer-unproven': ({ changeOrderId }) => ({
    title: proof_unverified('本步骤中之后的变更单未通过验证'),
    what: `本步骤中之后的变更单（${(0,clean/* cleanText */.X5)(changeOrderId, proof_LONGEST_ID)}）改变了实际运行的内容，而它的结果未得到验证。`,
    remedy: '请先查看该变更单。',
  }),
  'nothing-seen': () => ({
    title: proof_unverified('verifyTimeout 过短'),
    what: '变更单已成功，但在 verifyTimeout 限定的时间内没有读到任何实例。',
    remedy: '请调大 verifyTimeout；如果多个变更单共用调用次数，请调大 maxCallsPerMinute。',
  }),
};
;// CONCATENATED MODULE: ./build/src/words/zh/verdicts.js
const verdicts_verdicts = {
  idle: '应用空闲',
  succeeded: '成功',
  failed: '发布失败',
  terminated: '已终止',
  'system-error': '系统异常',
  'needs-rollback': '需要人工回滚',
  'awaiting-manual-step': '等待人工操作',
  'not-found': '未找到',
  unhealthy: '变更成功，但实例异常',
  superseded: '已被之后的变更单取代',
  unverified: '变更成功，但未能验证',
  'timed-out': '等待超时',
  unreadable: '状态未知',
  cancelled: '等待已取消',
  'not-awaited': '未等到结束',
  error: '门禁出错',
};
function verdicts_batchStatus({ status = -1 }) {
  return (0,facts/* statusText */.qS)(status, statuses_STATUS_WORDS);
}
function verdicts_deadline(facts) {
  const waited = phrases_duration(facts.waitedMs);
  const title = `发布等待超时（${waited}）`;
  if (facts.lastState === undefined) {
    return { title: `${title}，未查到状态`, what: `${waited}内未查到发布的任何状态。` };
  }
  if (facts.unproven)
    return { title: `${title}，未能确认成功`, what: `${waited}内未能确认发布成功。` };
  if (facts.waitsFor !== undefined) {
    return {
      title: `${title}，${verdicts_WAITS[facts.waitsFor]}`,
      what: `${verdicts_personMust(facts.waitsFor, facts)}；${waited}内无人处理。`,
    };
  }
  return { title: `${title}，发布仍在进行`, what: `发布未在 ${waited}（timeout）内完成。` };
}
const RELEASE = `确认发布${NEXT_BATCH}`;
const verdicts_ACTS = { release: RELEASE, approval: '完成审批' };
const verdicts_WAITS = { release: `等待人工确认发布${NEXT_BATCH}`, approval: '等待审批' };
function verdicts_personMust(step, { approvalId }) {
  return step === 'release'
    ? `需要有人${RELEASE}，SAE 才会继续`
    : `需要有人审批该变更单${phrases_approvalName(approvalId)}，之后才会执行`;
}
function verdicts_lastError({ lastFault }) {
  return lastFault === undefined ? '' : `最近一次错误：${phrases_sentence(faults_faultText(lastFault))}`;
}
function verdicts_deadlineRemedy({ changeOrderId, waitsFor, callsScarce, short }) {
  const again = phrases_runAgain(changeOrderId);
  return (0,text_parts/* joined */.o)('\n', ...(waitsFor === undefined
    ? [
      short === undefined && '请在控制台查看该变更单。',
      `如需再次等待，请${again}。`,
      short === undefined && '如果发布通常需要这么长时间，请调大 timeout。',
    ]
    : [
      `请在控制台打开该变更单并${verdicts_ACTS[waitsFor]}。`,
      `然后${again}。`,
      '如果人工操作通常需要这么长时间，请调大 timeout 或设置 manualStepTimeout。',
    ]), callsScarce &&
    '调用次数不足，未能在结束时再查询一次：请调大 maxCallsPerMinute，或减少同一步骤中等待的变更单。');
}
function verdicts_because(short) {
  return short === undefined ? '' : `：${short}`;
}
function verdicts_unknown(why) {
  return `发布状态未知：${why}`;
}
function verdicts_unconfirmed(why) {
  return `未能确认发布成功：${why}`;
}
function verdicts_absentText(facts, answer) {
  if (facts.lastState === undefined) {
    return {
      title: '未找到变更单',
      what: `未找到变更单“${facts.changeOrderId}”：${answer}。`,
      remedy: '请检查 changeOrderId，并确认 regionId 是应用所在的地域：变更单只能在该地域查到，且只保留三个月。',
    };
  }
  return {
    title: '变更单已查不到',
    what: `变更单“${facts.changeOrderId}”曾经存在，现在已查不到：${answer}。`,
    remedy: '请先在控制台查清该变更单和应用的情况，然后再重新部署：没有任何信息能确认发布成功。',
  };
}
const verdicts_MOST_NAMESPACES = 10;
const verdicts_CHECK_EVERY_BATCH = `请在控制台打开该变更单，确认每个${BATCH}都已执行成功。`;
const verdicts_SET_THE_ID = '请将 changeOrderId 设为部署调用返回的 ID。';
const verdicts_BOUND = '变更单与本次运行不匹配';
const verdicts_cause = {
  ...proof_proofCause,
  ...idle_idleCause,
  succeeded: (_, { waitedMs, provenMs }) => ({
    title: `发布成功${provenMs === undefined ? '' : provenMs < 1_000 ? '，已验证' : `，已持续验证 ${phrases_duration(provenMs)}`}`,
    what: `发布成功；等待了 ${phrases_duration(waitedMs)}。`,
    remedy: '',
  }),
  'ended-badly': ({ how }, { place, short, badBatch }) => ({
    title: how === 'terminated'
      ? `发布已终止${place === undefined ? '' : `（${phrases_batchName(place)}）`}`
      : `发布失败${place === undefined ? '' : `（${phrases_batchName(place)}）`}${verdicts_because(short ?? (how === 'system-error' ? 'SAE 系统异常' : undefined))}`,
    what: `变更单已结束，状态为${statuses_statusName[how]}${badBatch === undefined ? '' : `：${badBatch}`}。`,
    remedy: how === 'terminated'
      ? '请先查明是谁终止了发布、为何终止（控制台有记录），然后再重新部署。'
      : short === undefined
        ? '请在控制台打开该变更单，查看失败的任务。\n排除原因后重新部署。'
        : '请重新部署。\n如需恢复，请部署上一版本。',
  }),
  'needs-rollback': (_, { rollbackSupported, hasRollbackCommand, short }) => ({
    title: `发布异常，需要人工回滚${verdicts_because(short)}`,
    what: '发布过程中发生异常（SubStatus 1）：SAE 既无法完成发布，也无法自行回滚。',
    remedy: rollbackSupported === false
      ? '请在控制台打开该变更单并将其终止（API 返回不支持回滚）。\n完成后部署修复后的版本。'
      : `请在控制台${hasRollbackCommand ? '或使用下面的命令' : ''}回滚该变更单。\n完成后部署修复后的版本。`,
  }),
  contradicted: ({ evidence: { number, batch } }, { short }) => ({
    title: `${nthBatch(number)}${verdicts_batchStatus(batch)}，但变更单显示执行成功${verdicts_because(short)}`,
    what: `变更单显示执行成功，但${nthBatch(number)}显示${verdicts_batchStatus(batch)}。`,
    remedy: '请在控制台查清实际运行的版本，然后再在此基础上发布。',
  }),
  'batch-unknown': ({ evidence: { number } }) => ({
    title: verdicts_unconfirmed(`${nthBatch(number)}的状态未返回`),
    what: `变更单显示执行成功，但 API 没有返回${nthBatch(number)}的状态，因此无法确认发布成功。`,
    remedy: verdicts_CHECK_EVERY_BATCH,
  }),
  'batch-open': ({ evidence: { number, batch } }) => ({
    title: verdicts_unconfirmed(`${nthBatch(number)}${verdicts_batchStatus(batch)}`),
    what: `变更单显示执行成功，但${nthBatch(number)}的状态为${verdicts_batchStatus(batch)}，因此无法确认发布成功。`,
    remedy: verdicts_CHECK_EVERY_BATCH,
  }),
  'batches-differ': ({ evidence: { shown, count } }) => ({
    title: verdicts_unconfirmed(`返回的${BATCH}不完整`),
    what: `变更单显示执行成功，但${BATCH}数量不一致：API 返回了 ${shown} 个不同的${BATCH}，而 BatchCount ${count === undefined ? `缺失或不是${BATCH}数` : `为 ${count}`}；两者应当一致。`,
    remedy: verdicts_CHECK_EVERY_BATCH,
  }),
  absent: ({ fault }, facts) => verdicts_absentText(facts, faults_faultText({ ...fault, message: '' })),
  unlisted: (_, { changeOrderId, askedAppId }) => ({
    title: verdicts_unknown('变更单与应用不匹配'),
    what: `无法确认变更单“${changeOrderId}”属于应用“${askedAppId ?? ''}”：响应中没有应用信息，该应用的变更单列表中也没有它。`,
    remedy: '请确认 changeOrderId 与 appId 相对应。',
  }),
  foreign: ({ appId }, { changeOrderId, askedAppId }) => ({
    title: '变更单与应用不匹配',
    what: `变更单“${changeOrderId}”属于应用“${appId}”，而不属于“${askedAppId ?? ''}”。`,
    remedy: '请确认 changeOrderId 与 appId 来自同一次部署。',
  }),
  refused: ({ fault }, { changeOrderId }) => ({
    title: verdicts_unknown(faults_faultShort(fault)),
    what: phrases_sentence(faults_faultText(fault)),
    remedy: faults_faultSteps(fault, changeOrderId),
  }),
  outage: ({ fault, lastedMs }, facts) => ({
    title: verdicts_unknown(`${faults_faultShort(fault)}，已持续 ${phrases_duration(lastedMs)}`),
    what: `API 已有 ${phrases_duration(lastedMs)}无法读取。最近一次错误：${phrases_sentence(faults_faultText(fault))}`,
    remedy: `${faults_faultSteps(fault, facts.changeOrderId)}\n如果要容忍此类中断，请调大 outageTolerance。`,
  }),
  deadline: (_, facts) => ({
    title: `${verdicts_deadline(facts).title}${verdicts_because(facts.short)}`,
    what: `${verdicts_deadline(facts).what}${verdicts_lastError(facts)}`,
    remedy: verdicts_deadlineRemedy(facts),
  }),
  'not-awaited': (_, { stopper, changeOrderId }) => ({
    title: '未等到结束，因为另一个发布未成功',
    what: `${stopper === undefined ? '本步骤的另一个变更单' : `${stopper} `}未成功，且已开启 failFast，因此没有等到本变更单结束。`,
    remedy: `请先查看${stopper === undefined ? '未成功的那个变更单' : ` ${stopper}`}。\n如需得知本变更单的结果，请${phrases_runAgain(changeOrderId)}；如需以后等到所有变更单结束，请将 failFast 设为“false”。`,
  }),
  'manual-step': ({ status, ranOut }, facts) => {
    const step = (0,statuses/* manualStepOf */.U1)(status) ?? 'approval';
    return {
      title: verdicts_WAITS[step],
      what: `${verdicts_personMust(step, facts)}；${ranOut ? '在 manualStepTimeout 允许的时间内无人处理' : 'onManualStep 为“fail”，因此本步骤不等待人工处理'}。`,
      remedy: `请在控制台打开该变更单并${verdicts_ACTS[step]}。\n然后${phrases_runAgain(facts.changeOrderId)}。`,
    };
  },
  cancelled: ({ signal }, facts) => ({
    title: `等待已取消，${facts.unproven ? '未能确认发布成功' : facts.lastState === undefined ? '未查到状态' : '发布仍在进行'}`,
    what: `等待了 ${phrases_duration(facts.waitedMs)}后被取消（${signal}）${facts.unproven ? '，此时尚未确认发布成功' : ''}。`,
    remedy: `如需再次等待，请${phrases_runAgain(facts.changeOrderId)}。\n如需停止发布，请使用控制台。`,
  }),
  undated: ({ claimedMs }, { changeOrderId }) => ({
    title: verdicts_unconfirmed(verdicts_BOUND),
    what: claimedMs === undefined
      ? `变更单“${changeOrderId}”显示执行成功，但 API 没有返回可信的创建时间和开始时间，因此无法确认它属于本次运行。`
      : `变更单“${changeOrderId}”显示执行成功，但其开始时间为 ${(0,format/* formatTime */.fU)(claimedMs)}，晚于当前时间，因此无法确认它属于本次运行。`,
    remedy: verdicts_SET_THE_ID,
  }),
  stale: ({ startMs }, { changeOrderId }) => ({
    title: '变更单早于本次运行',
    what: `变更单“${changeOrderId}”开始于 ${(0,format/* formatTime */.fU)(startMs)}，早于本次运行：它不属于本次运行。`,
    remedy: verdicts_SET_THE_ID,
  }),
  'none-found': ({ newest, bound }, { askedAppId, waitedMs }) => ({
    title: '未找到本次运行的变更单',
    what: `应用“${askedAppId ?? ''}”没有可能属于本次运行的变更单：查找了 ${phrases_duration(waitedMs)}，${notes_sinceText(bound)}都没有创建符合条件的变更单。` +
      (newest === undefined
        ? '该应用也没有其他变更单。'
        : `最新的变更单不符合条件（${notes_REFUSALS[newest.reason]}）：${notes_orderName(newest.order)}。`),
    remedy: (bound.source === 'job' ? `${notes_onlyThisJob(bound)}\n` : '') +
      '请检查部署步骤是否确实部署到了该应用和地域。\n最好将 changeOrderId 设为部署调用返回的 ID；否则，如果变更单属于其他类型，请设置 coType；如果它创建得更早，请设置 createdAfter。',
  }),
  'list-unreadable': ({ fault, succeeded }) => ({
    title: succeeded ? verdicts_unconfirmed(`变更单列表：${faults_faultShort(fault)}`) : verdicts_unknown(faults_faultShort(fault)),
    what: `${succeeded ? '发布成功，但未能再次读取变更单列表，因此无法确认没有其他相关的变更单' : '无法读取变更单列表'}。最近一次错误：${phrases_sentence(faults_faultText(fault))}`,
    remedy: fault.detail?.kind === 'list-unfinished'
      ? '列表可能很长：请调大 timeout 或 maxCallsPerMinute，或者将 changeOrderId 设为部署调用返回的 ID，这样就不需要读取列表。'
      : faults_faultRemedy(fault),
  }),
  'name-unknown': ({ appName, namespaceId, nearest }) => ({
    title: `未找到应用“${(0,clean/* cleanText */.X5)(appName, 100)}”`,
    what: `${namespaceId === undefined ? '' : `命名空间 ${(0,clean/* cleanText */.X5)(namespaceId, 100)} 中`}没有名称恰好为“${(0,clean/* cleanText */.X5)(appName, 100)}”的应用。` +
      (nearest.length === 0
        ? '按此名称查找，没有找到相近的名称。'
        : `按此名称查找到：${nearest.map(name => `“${name}”`).join('、')}。`),
    remedy: '请检查 appName（须完全一致，区分大小写；灰度应用不能按名称查找）。\n请确认 regionId 和 namespaceId 是该应用所在的地域和命名空间，或者改用 appId。',
  }),
  'name-ambiguous': ({ appName, count: many, namespaces }) => ({
    title: `有 ${many} 个应用名为“${(0,clean/* cleanText */.X5)(appName, 100)}”`,
    what: `有 ${many} 个应用的名称为“${(0,clean/* cleanText */.X5)(appName, 100)}”，所在命名空间为 ${namespaces.slice(0, verdicts_MOST_NAMESPACES).join('、')}${namespaces.length > verdicts_MOST_NAMESPACES ? ' 等' : ''}。`,
    remedy: namespaces.length === 1
      ? '请用 appId 指定该应用的 ID，代替 appName。'
      : '请将 namespaceId 设为该应用所在的命名空间，或者用 appId 指定其 ID，代替 appName。',
  }),
  'name-mismatch': ({ appName, appId, askedAppId }) => ({
    title: 'appName 与 appId 不是同一个应用',
    what: `名称为“${(0,clean/* cleanText */.X5)(appName, 100)}”的应用是“${appId}”，而不是 appId 指定的“${askedAppId}”。`,
    remedy: '请确认 appName 与 appId 指向同一个应用，或者只提供其中之一。',
  }),
  'names-unreadable': ({ fault }) => ({
    title: verdicts_unknown(faults_faultShort(fault)),
    what: `无法按名称查找应用。最近一次错误：${phrases_sentence(faults_faultText(fault))}`,
    remedy: `${faults_faultRemedy(fault)}\n或者用 appId 代替 appName，这样就无需查找。`,
  }),
  'bad-inputs': ({ faults }) => ({
    title: `有 ${faults.length} 处输入需要修正`,
    what: `本步骤没有启动：有 ${faults.length} 处输入需要修正。`,
    remedy: '请更正本步骤的输入。未调用任何 API。',
  }),
  bug: ({ message }) => ({
    title: '发布门禁自身出错，未得出结论',
    what: `发布门禁自身出错：${message}`,
    remedy: '这是发布门禁的缺陷，与发布的结果无关。请开启调试日志后重新运行作业，并附上日志报告该问题。',
  }),
};
const verdicts_amongSeveral = (orderId) => ({
  what: `有多个变更单可能属于本次运行，其中变更单 ${orderId} 未成功。`,
  remedy: '如果只等待一个变更单，请将 changeOrderId 设为其 ID，或为部署设置独有的描述（ChangeOrderDesc），并在 descriptionContains 中指定它。',
});
;// CONCATENATED MODULE: ./build/src/words/zh/command.js
const command_command = {
  summary: '等待阿里云 Serverless 应用引擎（SAE）上的一次发布。只有能够证明发布成功时，退出状态才为 0。',
  usage: '用法',
  idleHelp: 'idle：部署前等待，直到该应用没有未结束的变更单；参见 docs/idle.md。',
  flags: '参数',
  ownFlags: '输出内容与输出位置',
  environment: '环境变量',
  environmentLine: {
    secrets: '机密信息只从环境变量读取：ALIBABA_CLOUD_ACCESS_KEY_SECRET、ALIBABA_CLOUD_SECURITY_TOKEN。',
    access: '未指定相应参数时，使用 ALIBABA_CLOUD_ACCESS_KEY_ID 和 ALIBABA_CLOUD_REGION_ID。',
    role: '没有 AccessKey 时：使用 RRSA 设置的 ALIBABA_CLOUD_ROLE_ARN、ALIBABA_CLOUD_OIDC_PROVIDER_ARN 和 ALIBABA_CLOUD_OIDC_TOKEN_FILE。',
    variables: '每个参数都有对应的环境变量：--timeout 对应 SAE_ROLLOUT_GATE_TIMEOUT。参数优先。--help 和 --version 没有：它们不查看任何发布就会成功退出。',
    pipeline: 'GitLab 设置的 CI_PIPELINE_CREATED_AT 可代替 --created-after。重新运行作业时，该时间不变。',
    colors: 'NO_COLOR 关闭颜色，FORCE_COLOR 打开颜色。',
  },
  sourceTree: hash => `源码树 ${hash}`,
  exitStatuses: '退出状态',
  usual: '默认',
  flag: {
    changeOrderId: '要等待的变更单；多个以英文逗号分隔，或重复该参数。auto：按 --app-id 查找。',
    appId: '变更单必须所属的应用；使用 auto 时，为要查找其变更单的应用。',
    appName: '以名称代替 ID 指定应用；可指定多个，与 --app-id 相同。',
    namespaceId: '使用 --app-name 时：在该命名空间中查找名称。',
    coType: '使用 auto 时：只考虑这些类型的变更单；* 表示任意类型。',
    descriptionContains: '使用 auto 时：只考虑描述中包含此文本的变更单。',
    createdAfter: '使用 auto 时：只考虑此后创建的变更单，例如 2026-11-22T05:30:00Z；或从现在往前推的时长，例如 10m。',
    discoveryTimeout: '使用 auto 时：变更单尚未出现时最多查找多久。',
    timeout: '整个等待的期限：90s、30m、1h30m，或以秒为单位的纯数字。',
    regionId: '应用所在地域，例如 cn-hangzhou。',
    endpoint: 'API 的主机或 URL，例如 sae-vpc.cn-hangzhou.aliyuncs.com。',
    accessKeyId: 'AccessKey ID；其 Secret 取自环境变量。',
    roleArn: '使用工作流的 ID 令牌扮演的 RAM 角色。',
    oidcProviderArn: 'RAM 中信任该令牌签发者的身份提供商。',
    oidcAudience: '该令牌的受众。',
    roleSessionName: '会话在操作审计中的名称。',
    roleSessionDuration: '一次会话的时长；会自动续期。',
    stsEndpoint: '安全令牌服务的主机，位于 aliyuncs.com 之下。',
    minPollInterval: '两次查询之间的最短等待，至少 1s。',
    maxPollInterval: '两次查询之间的最长等待。',
    requestTimeout: '单次请求的时限，包括响应头和正文。',
    outageTolerance: 'API 最多可以连续多久无法读取。',
    maxCallsPerMinute: '每分钟 API 调用总数的上限：auto，或不小于 1 的整数。',
    learn: '用一次调用查询该应用最近几次发布的耗时。',
    failFast: '一旦有变更单未成功，就结束所有等待。',
    onManualStep: '只有人工才能推进发布时：wait 或 fail。',
    manualStepTimeout: '此类等待的时限，设置后不计入 --timeout。',
    rollbackOn: '出现这些结论时终止变更单并回滚：needs-rollback、timed-out、awaiting-manual-step、cancelled。',
    rollbackTimeout: '查看该回滚结果的最长时间。',
    verify: '结束后实际运行的内容：off 不查看，show 仅显示，require 必须得到证明，auto 由以下三项决定。',
    expectImage: '仅当每个存活实例都使用此镜像时才通过。',
    expectVersion: '同上，针对部署包的版本。',
    verifyTimeout: '发布成功后，最多等待多久以得到证明。',
    bake: '得到证明后，必须不间断地保持多久。',
    diagnose: '查询发布失败的原因：任务、实例、事件。',
    diagnoseLogs: '显示异常实例日志的最后 50 行，其中可能含有机密信息。',
    language: '所有输出的语言：en 或 zh。',
  },
  ownFlag: {
    report: '将 Markdown 报告写入该文件。',
    junit: `将 JUnit 报告写入该文件，每个${BATCH}为一个测试用例。`,
    record: '仅限 doctor：将所有返回内容的结构写入该文件，不含任何值。',
    json: '每有变化输出一行 JSON，最后一行为结果。',
    plain: '在终端上也输出纯文本行。',
    verbose: '显示每次请求。',
    help: '显示本帮助；须单独使用，或与 --language 一起使用。',
    version: '显示版本，以及构建所用的源码树；须单独使用。',
  },
  exitStatus: {
    succeeded: '发布成功；idle：应用空闲',
    'rollout-failed': '发布失败、被终止，或需要人工回滚（idle 所等待的变更单亦然）',
    usage: '参数或输入有误；未得出结论',
    'timed-out': '截止时间已到；发布（或 idle 所等待的变更单）仍在进行',
    'not-found': '没有该变更单，或没有符合条件的变更单',
    unreadable: 'API 无法读取，或拒绝了请求',
    'awaiting-person': '发布（或 idle 所等待的变更单）在等待人工操作',
    bug: '发布门禁自身的缺陷',
    'hung-up': '被 SIGHUP 取消：终端已断开；发布仍在进行',
    interrupted: '被 SIGINT 取消；发布仍在进行',
    quit: '被 SIGQUIT 取消；发布仍在进行',
    terminated: '被 SIGTERM 取消；发布仍在进行',
  },
  fault: fault => (0,facts/* sayingOf */.NM)(command_COMMAND_LINE_FAULTS, fault),
  seeHelp: '运行 sae-rollout-gate --help 可查看所有参数。',
  unfinished: '等待尚未结束。如果已经没有进程在等待，说明进程在得出结论之前被强制结束，发布会自行继续：请到 SAE 控制台查看。',
  correctFlags: '未调用任何 API。请更正参数，或更正代替它们的环境变量。',
  reportBug: '这是发布门禁自身的缺陷，不代表发布的结果。请加上 --verbose 重新运行，并附上日志报告该问题。',
  noRunStart: '--created-after：未提供，且此处无从得知本次运行的开始时间，因而无法区分更早的变更单；应为本次运行的开始时间（例如 2026-11-22T05:30:00Z），或从现在往前推的时长（例如 10m）。也可以将部署调用返回的 ID 传给 --change-order-id。',
  release: (order, application) => `${phrases_releaseNeeded(order, application)}命令会继续等待。`,
  approval: (order, approvalId) => `需要有人在控制台审批变更单 ${order}${approvalId === undefined ? '' : `（审批单 ${approvalId}）`}，之后它才会执行。命令会继续等待。`,
  moreRed: orders => ({
    title: 'SAE 发布：还有变更单未成功',
    message: `另有 ${orders} 个变更单未成功：每个都在上文有一行。`,
  }),
};
const command_COMMAND_LINE_FAULTS = {
  'no-command': '缺少命令；应为：sae-rollout-gate wait、sae-rollout-gate idle 或 sae-rollout-gate doctor。',
  'unknown-command': fault => `没有命令“${fault.got}”${command_meant(fault.nearest)}应为：sae-rollout-gate wait、sae-rollout-gate idle 或 sae-rollout-gate doctor。`,
  'unknown-flag': fault => `${fault.flag}：没有此参数${command_meant(fault.nearest)}`,
  'secret-flag': fault => fault.variable === undefined
    ? `${fault.flag}：这是机密信息，不从命令行读取，因为他人可以看到命令行。此命令不访问 GitHub，也不需要它。`
    : `${fault.flag}：这是机密信息（不显示其值），不从命令行读取，因为他人可以看到命令行；请在环境变量中设置 ${fault.variable}。如果该命令行已被记录到日志，请更换该机密信息。`,
  'git-hub-only': fault => `${fault.flag}：检查运行只由 GitHub Action 创建；此命令通过 --report 和 --junit 展示发布。`,
  'no-value': fault => `${fault.flag}：缺少值，或值为空。以短横线开头的值须用等号书写，即 ${fault.flag}=VALUE。`,
  'needless-value': fault => `${fault.flag}：收到一个值，但此参数不带值。`,
  'bad-switch': fault => `${fault.variable}：应为 true 或 false。`,
  'given-twice': fault => `${fault.flag}：指定了两次，应只指定一次。`,
  'stray-words': fault => `有 ${fault.count} 个词不属于任何参数${command_meant(fault.instead)}布尔参数写作 --diagnose、--no-diagnose 或 --diagnose=false。`,
  'not-alone': fault => `${fault.flag}：它不查看任何发布就会成功退出，因此须单独使用。`,
  'same-file': '--report、--junit：两者指定了同一个文件，应为两个文件。',
  'not-of-command': fault => `${fault.flag}：这不是 sae-rollout-gate ${fault.command} 的参数。`,
  'one-only': fault => `${fault.flag}：收到多个，应为一个：doctor 只查看一个应用或变更单。`,
  'file-exists': fault => `${fault.flag}：该文件已存在，不会被覆盖。请指定其他文件，或先删除它。`,
  'not-writable': fault => `${fault.flag}：无法写入该文件：${fault.reason}`,
};
function command_meant(nearest) {
  return nearest === undefined ? '。' : `，是否想用 ${nearest}？`;
}
;// CONCATENATED MODULE: ./build/src/words/zh/diagnosis.js
const diagnosis_TASK_STATES = {
  failed: '执行失败',
  'system-error': '因系统异常执行失败',
  'awaiting-retry': '执行失败，等待重试',
  'in-progress': '仍在执行',
  terminated: '已终止',
};
const diagnosis_ERROR_IGNORED = '已被 SAE 忽略';
const diagnosis_diagnosis = {
  title: '诊断',
  nothing: '自发布开始以来，API 没有返回失败的任务、异常实例或 Warning 事件。',
  task: diagnosis_taskText,
  event: diagnosis_eventText,
  tasks: '任务',
  instances: (shown, unhealthy) => shown < unhealthy ? `异常实例（共 ${unhealthy} 个，显示 ${shown} 个）` : '异常实例',
  events: '发布开始以来的 Warning 事件',
  log: (instanceId, previous) => `实例 ${instanceId} 的日志末尾${previous ? '（上次重启前的容器）' : ''}`,
  gaps: '未能读取',
  column: {
    task: '任务',
    state: '状态',
    error: '错误信息',
  },
  restarts: count => `重启 ${count} 次`,
  taskState: diagnosis_TASK_STATES,
  errorIgnored: diagnosis_ERROR_IGNORED,
  emptyLog: '日志为空。',
  short: ({ cause, detail }) => detail === undefined ? zh_diagnosis_SHORT[cause] : (diagnosis_EXACT[cause]?.(detail) ?? zh_diagnosis_SHORT[cause]),
  advice: ({ cause, detail, noSuchImage }) => noSuchImage === true
    ? diagnosis_tagAdvice(detail)
    : detail === undefined
      ? diagnosis_ADVICE[cause]
      : (diagnosis_EXACT_ADVICE[cause]?.(detail) ?? diagnosis_ADVICE[cause]),
  part: {
    tasks: `该${BATCH}的任务`,
    instances: '实例',
    events: 'Warning 事件',
    log: '实例的日志',
  },
  gap: diagnosis_gapText,
  says: (finding, instances) => `${finding}（${instances} 个实例）`,
  probe: (kind, target, answer) => `${diagnosis_PROBES[kind]} GET ${target} → ${answer}`,
  translated: text => diagnosis_KNOWN_TEXTS.reduce((result, [theirs, ours]) => result.replaceAll(theirs, ours), text),
};
function diagnosis_tagAdvice(image) {
  return `请更正标签，或推送 ${image ?? '该镜像'}：镜像仓库返回没有该镜像（manifest unknown）。`;
}
const diagnosis_KNOWN_TEXTS = [
  ['Check readiness', '就绪检查'],
  ['Start instances', '启动实例'],
  ['Create instances', '创建实例'],
];
const diagnosis_PROBES = {
  Readiness: '就绪检查',
  Liveness: '存活检查',
  Startup: '启动检查',
};
const zh_diagnosis_SHORT = {
  'image-pull': '镜像拉取失败',
  'out-of-memory': '内存不足',
  balance: '账号余额不足',
  quota: '配额已用尽',
  permission: '没有权限',
  'no-resources': '资源不足，无法创建实例',
  port: '所探测的端口没有响应',
  'crash-loop': '容器反复退出',
  'liveness-probe': '存活检查失败',
  'readiness-probe': '就绪检查失败',
};
const diagnosis_EXACT = {
  'image-pull': image => `镜像 ${(0,format/* shortImage */.Uq)(image)} 拉取失败`,
  permission: who => `${who} 没有权限`,
  'no-resources': vSwitch => `${vSwitch} 没有可用 IP 地址`,
  port: port => `端口 ${port} 拒绝连接`,
  'crash-loop': code => `容器退出，退出码为 ${code}`,
  'liveness-probe': target => `存活检查 ${target} 失败`,
  'readiness-probe': target => `就绪检查 ${target} 失败`,
};
const diagnosis_ADVICE = {
  'image-pull': '请检查镜像地址和标签是否存在、应用所在的 VPC 能否访问镜像仓库，以及 SAE 是否有权拉取（私有镜像仓库需提供访问凭证）。',
  'out-of-memory': '请调大实例的内存规格，或调小堆内存（Java 可使用 -XX:MaxRAMPercentage）：所需内存见其日志和内存曲线。',
  balance: '请为该账号充值：余额和欠费情况，可在费用与成本中心的账单中查看。',
  quota: '请在配额中心申请提高该地域的 SAE 或 ECI 配额，或释放部分用量。',
  permission: '请授予错误信息所指出的权限，并检查 SAE 是否具有服务关联角色，以及镜像的运行用户能否读取和执行其中的文件。',
  'no-resources': '请释放交换机（vSwitch）中的 IP 地址、添加其他可用区的交换机，或调低 CPU 和内存规格。',
  port: '请监听 0.0.0.0，端口与健康检查或负载均衡一致，并确认该端口没有被其他程序占用。',
  'crash-loop': '请查看容器上次重启前的日志，并检查其启动命令和环境变量是否正确。',
  'liveness-probe': '请检查存活检查的路径、端口和超时时间，并确认其延迟时间长于应用启动所需的时间，否则 SAE 会重启实例。',
  'readiness-probe': '请检查就绪检查的路径、端口和超时时间，并确认应用能在其延迟时间和重试次数内就绪。',
};
const diagnosis_EXACT_ADVICE = {
  'image-pull': image => `请推送 ${image}，或更正标签；如果镜像存在，请检查 SAE 能否拉取（VPC 网络、私有镜像仓库的访问凭证）。`,
  permission: who => `请为 ${who} 授予错误信息所指出的权限。`,
  'no-resources': vSwitch => `请释放交换机（vSwitch）${vSwitch} 中的 IP 地址、添加其他可用区的交换机，或调低 CPU 和内存规格。`,
  port: port => `请监听 0.0.0.0:${port}，或更正健康检查的端口。`,
  'liveness-probe': target => `请使 GET ${target} 在超时时间内成功，或更正存活检查；其延迟时间须长于应用启动所需的时间。`,
  'readiness-probe': target => `请使 GET ${target} 在延迟时间和重试次数内成功，或更正就绪检查。`,
};
function diagnosis_taskText({ stage, task, state, error, errorIgnored }) {
  const inStage = phrases_aside(stage !== undefined && `阶段“${stage}”`);
  const ignored = phrases_aside(errorIgnored && diagnosis_ERROR_IGNORED);
  const said = error === undefined ? '' : `：${error}`;
  return `任务“${task ?? '–'}”${inStage}${diagnosis_TASK_STATES[state]}${ignored}${said}`;
}
function diagnosis_eventText(event) {
  const { reason, message, causeAnalysis, objectKind, objectName, firstMs, lastMs } = event;
  const object = (0,text_parts/* joined */.o)(' ', objectKind, objectName);
  const at = lastMs ?? firstMs;
  const head = `事件 ${reason ?? '–'}${phrases_aside(object, at !== undefined && (0,format/* formatTime */.fU)(at))}`;
  const said = message === undefined ? head : `${head}：${message}`;
  return causeAnalysis === undefined ? said : `${said}——SAE 的分析：${causeAnalysis}`;
}
function diagnosis_gapText({ part, why }, ramActions) {
  const said = `${diagnosis_diagnosis.part[part]}：${(0,facts/* sayingOf */.NM)(diagnosis_GAP_REASONS, why)}`;
  return why.kind === 'fault' ? `${said}查询需要 RAM 权限 ${ramActions.join(' 和 ')}（资源为“*”）。` : said;
}
const diagnosis_GAP_REASONS = {
  fault: why => phrases_sentence(faults_faultText(why.fault)),
  'ran-out': '没有足够的时间完成查询。',
  'not-reported': why => `API 没有返回${diagnosis_UNREPORTED[why.what]}。`,
  bug: why => `发布门禁自身出错（${why.message}）。`,
};
const diagnosis_UNREPORTED = {
  batch: `该${BATCH}的 ID`,
  application: '应用的 ID',
  group: '应用的实例分组',
  namespace: '应用的命名空间',
};
;// CONCATENATED MODULE: ./build/src/words/zh/doctor.js
const doctor_KINDS = {
  text: '字符串',
  integer: '整数',
  fraction: '小数',
  boolean: '布尔值',
  list: '数组',
  object: '对象',
  null: '空值（null）',
  nothing: '缺失',
  code: '字符串或整数',
};
const doctor_WHY_NOT = {
  'no-diagnosis': '使用 --no-diagnose 时不需要',
  'no-logs': '仅在使用 --diagnose-logs 时查询：日志可能含有机密信息',
  'no-name': '未按名称查找应用，不需要',
  'nothing-named': why => `${why.by} 未给出可供查询的对象`,
  'after-fault': why => `${why.of} 失败，且其原因会影响每次调用`,
  cancelled: '在此之前已取消',
};
function zh_doctor_unknown(fields) {
  return fields === 0 ? '' : `，另有 ${fields} 个字段未见于 API 文档`;
}
const doctor_OUTCOMES = {
  works: outcome => `正常${zh_doctor_unknown(outcome.unknownFields)}`,
  refused: ({ fault: { action, code, httpStatus } }) => `被拒绝${phrases_aside(code ?? false, httpStatus !== undefined && `HTTP ${httpStatus}`)}：请授予 sae:${action}`,
  failed: ({ fault: { action, code, httpStatus, message, detail } }) => {
    const own = [message, detail === undefined ? '' : faults_faultDetail(detail)].filter(text => text !== '');
    const answered = phrases_aside(code ?? false, httpStatus !== undefined && `HTTP ${httpStatus}`);
    return [`${action} 失败${answered}`, ...own].join('：');
  },
  otherwise: outcome => `返回内容与 API 文档不符${zh_doctor_unknown(outcome.unknownFields)}`,
  'not-asked': outcome => `未查询：${(0,facts/* sayingOf */.NM)(doctor_WHY_NOT, outcome.why)}`,
};
const doctor_BROUGHT = {
  events: '返回了事件',
  none: '没有返回事件',
  fault: '被拒绝',
};
const doctor_doctor = {
  title: version => `sae-rollout-gate doctor（检查）${version}`,
  intro: '逐一查询门禁所需的操作，只读。不显示任何返回值。',
  help: 'doctor 对门禁所需的每个操作各查询一次，指出哪些被拒绝，或返回内容与 API 文档不符。全部正常时退出状态为 0；有操作不正常或无法查询时为 1。',
  operations: '操作',
  outcome: outcome => (0,facts/* sayingOf */.NM)(doctor_OUTCOMES, outcome),
  difference: ({ path, expected, came }) => `${path}：应为${doctor_KINDS[expected]}，实为${doctor_KINDS[came]}`,
  facts: '事实',
  fact: {
    clock: '时钟',
    region: '地域',
    endpoint: '接入地址',
    proxy: '代理',
    zone: 'CreateTime 的时区',
    pageSize: '大于 20 的 PageSize',
    listOrder: '列表的顺序',
    healthChecks: '健康检查',
    replacement: '实例',
    namespace: '事件的命名空间',
  },
  clock: aheadMs => {
    if (aheadMs === undefined)
      return 'API 未给出其时间';
    return Math.abs(aheadMs) < 2_000 ? '与 API 一致' : faults_clockIs(aheadMs);
  },
  noRegion: '未提供',
  noProxy: '无',
  createTimeZone: {
    'utc+8': 'UTC+8，依据首批的开始时间',
    utc: 'UTC，依据首批的开始时间',
    unknown: '无法从此变更单得知',
  },
  pageSize: {
    obeyed: '有效',
    'not-obeyed': '无效',
    refused: '被拒绝',
    unknown: '无法得知：变更单不超过 20 个',
  },
  listOrder: ({ order, by }) => {
    const times = by.join('、');
    switch (order) {
      case 'newest-first':
        return `最新的在前，依据 ${times}`;
      case 'oldest-first':
        return `最早的在前，依据 ${times}`;
      case 'neither':
        return '既不依据 CreateTime，也不依据 FinishTime';
      case 'unknown':
        return '无法从这些变更单得知';
    }
  },
  healthChecks: {
    both: '已配置存活检查和就绪检查',
    'liveness-only': '已配置存活检查，未配置就绪检查',
    'readiness-only': '已配置就绪检查，未配置存活检查',
    none: '均未配置',
    unknown: '无法得知',
  },
  replacement: {
    all: '均由此次发布新建',
    some: '部分由此次发布新建，部分早于此次发布',
    none: '均早于此次发布：发布是原地重启的',
    unknown: '无法从此变更单得知',
  },
  namespace: forms => forms.length === 0
    ? '无法得知'
    : forms
      .map(({ form, brought }) => {
      const name = form === 'whole' ? 'NamespaceId ' : '其冒号之后的部分';
      return `${name}${doctor_BROUGHT[brought]}`;
    })
      .join('；'),
  allWork: operations => `${operations} 个操作全部正常：门禁可以在此工作。`,
  someDoNot: (operations, of) => `${of} 个操作中有 ${operations} 个不正常，或无法查询。`,
  canWait: '门禁仍可等待发布，但无法完整说明发布失败的原因。',
  cannotWait: '这样门禁无法等待发布。',
  toDo: '处理办法',
  grant: '请为此 AccessKey 所属的 RAM 用户或角色授予以下权限（资源为“*”）：',
  report: '有返回内容与 API 文档不符：请提交问题“What a real account answers”，并附上 --record FILE 写出的文件。',
  cancelled: signal => `已取消（${signal}）：以下是取消之前得知的内容。`,
  recorded: file => `所有返回内容的结构已写入 ${file}：仅含 API 文档中的字段名、类型和长度。提供给他人之前，请先自行检查。`,
  unfinishedRecord: '检查尚未完成。',
};
;// CONCATENATED MODULE: ./build/src/words/zh/inputs.js
const inputs_INPUT_FAULTS = {
  'empty-order-id': 'changeOrderId：已指定但值为空，应为变更单 ID。本应给出该 ID 的步骤没有给出任何值：请检查该步骤的 id 及其输出的名称。',
  'empty-guard': fault => `${fault.input}：已指定但值为空，应为具体的值；如不需要，请写“${fault.word}”。它用于${(0,table/* isOfProof */.Kn)(fault.input) ? '要求证明' : '排除他人的变更单'}，因此空值不视为未指定。本应给出该值的步骤或变量没有给出任何值。`,
  leftover: fault => inputs_leftoverText(fault),
  'bad-id': fault => `${fault.input}：收到“${fault.got}”，应为部署调用返回的 ID：一个由可见字符组成的词，最长 200 个字符。多个 ID 以逗号或换行分隔。`,
  'bad-list': fault => `${fault.input}：收到“${fault.got}”，应为以逗号或换行分隔的${fault.input === 'appName' ? '名称' : ' ID'}，或者由文本组成的 JSON 数组，例如 ["…","…"]。`,
  'bad-app-name': fault => `appName：收到“${fault.got}”，应为控制台中显示的应用名称：一个由可见字符组成的词，最长 200 个字符。多个名称以逗号或换行分隔。`,
  'bad-namespace': fault => `namespaceId：收到“${fault.got}”，应为命名空间 ID，例如 cn-hangzhou:test。`,
  'namespace-without-name': fault => `namespaceId：收到“${fault.got}”，但未提供 appName，两者应同时提供或都不提供：它指定在哪个命名空间中查找该名称。`,
  'names-unlike-ids': fault => `appName、appId：收到 ${fault.names} 个名称和 ${fault.ids} 个 ID，两者的数量和顺序应当一致：每个名称必须指向相应 ID 的应用。`,
  'auto-without-app': 'appId、appName：未提供，应为要查找其变更单的应用，因为 changeOrderId 为“auto”。也可以将部署调用返回的 ID 传给 changeOrderId。',
  'idle-without-app': 'appId、appName：未提供，应为要等待其空闲的应用，以 ID 或名称指定。',
  'idle-several-apps': fault => `${fault.input}：收到“${fault.got}”，应为一个应用：请为每个应用使用单独的步骤。`,
  'empty-co-type': fault => `coType：收到“${fault.got}”，应为以英文逗号分隔的变更类型（例如 CoDeploy），每一项都不能为空；或者为 *。`,
  'bad-created-after': fault => `createdAfter：收到“${fault.got}”，应为带时区的时间（例如 2026-11-22T05:30:00Z），或从现在往前推的时长（例如 2h），最长三个月。`,
  'created-after-too-old': fault => `createdAfter：收到“${fault.got}”，应为最近三个月（92 天）以内的时间或时长：SAE 不保留更早的变更单。`,
  'created-after-to-come': fault => `createdAfter：收到“${fault.got}”，该时间尚未到来（本机时钟为 ${(0,format/* formatTime */.fU)(fault.nowMs)}），应为已经过去的时间：变更单在此之后创建。`,
  'no-run-start': fault => `createdAfter：未提供，且此处无从得知本次运行的开始时间（${faults_startUnknownText(fault)}）；应为时间（例如 2026-11-22T05:30:00Z），或从现在往前推的时长（例如 10m）。也可以将部署调用返回的 ID 传给 changeOrderId。`,
  'keys-and-role': 'accessKeyId、roleArn：同时收到 AccessKey 和 RAM 角色，应只提供其中之一。',
  'bad-arn': fault => `${fault.input}：收到“${fault.got}”，应为 ARN，例如 ${fault.input === 'roleArn' ? 'acs:ram::1234567890:role/name' : 'acs:ram::1234567890:oidc-provider/name'}。`,
  'bad-session-name': fault => `roleSessionName：收到“${fault.got}”，应为 2～64 个字符，可包含字母、数字和 . @ - _`,
  'bad-session-duration': fault => `roleSessionDuration：收到“${fault.got}”，应为 15m 至 12h，且不超过角色允许的最长时间。`,
  'bad-sts-endpoint': fault => `stsEndpoint：收到“${fault.got}”，应为 aliyuncs.com 下的主机：它会收到此工作流的 ID 令牌。`,
  'several-apps': fault => `${fault.input}：收到“${fault.got}”，应为一个应用，因为变更单以 ID 指定，它们必须同属一个应用。`,
  'empty-item': fault => `${fault.input}：收到“${fault.got}”，每一项都应为${fault.input === 'appName' ? '名称' : ' ID'}：本应给出${fault.input === 'appName' ? '名称' : ' ID '}的某个步骤没有给出任何值。`,
  'auto-among-ids': fault => `changeOrderId：收到“${fault.got}”，应全部为 ID，或者只有“auto”。`,
  'bad-call-limit': fault => `maxCallsPerMinute：收到“${fault.got}”，应为 auto 或不小于 1 的整数。`,
  'line-break': fault => `${fault.input}：收到“${fault.got}”，应只有一行。`,
  'bad-duration': fault => `${fault.input}：收到“${fault.got}”，应为大于零的时长，例如 90s、30m、1h30m、500ms，或以秒为单位的纯数字。`,
  'long-duration': fault => `${fault.input}：收到“${fault.got}”，不应超过 ${phrases_duration(fault.longestMs)}：任何作业都不会运行更久。`,
  'bad-choice': fault => `${fault.input}：收到“${fault.got}”，应为 ${fault.choices.join(' 或 ')}。`,
  'proof-not-required': fault => `verify：收到“${fault.mode}”，但已提供 ${fault.given.join(' 和 ')}，应为 auto 或 require：使用“${fault.mode}”时，结论与实际运行的内容无关。`,
  'bad-rollback-on': fault => `rollbackOn：收到“${fault.got}”，应为 none，或由 needs-rollback、timed-out、awaiting-manual-step 和 cancelled 组成的列表：其他结论意味着变更单已结束（已结束的变更单无法终止），或对其状态一无所知。`,
  'rollback-of-several': fault => `rollbackOn：有 ${fault.targets} 个发布，应只有一个：回滚其中哪一个须由人决定。请为每个发布使用单独的步骤。`,
  'rollback-without-app': 'rollbackOn：未提供 appId 或 appName，应提供其中之一：只有证明属于该应用的变更单才会回滚。',
  'rollback-undescribed': 'rollbackOn：changeOrderId 为“auto”，但未提供 descriptionContains，应提供变更单 ID，或其描述中其他运行不会使用的文本：仅凭时间找到的变更单可能属于其他运行。',
  'rollback-no-run-start': fault => `createdAfter：未提供，且此处无从得知本次运行的开始时间（${faults_startUnknownText(fault)}）；由于指定了 rollbackOn，应为本次运行的开始时间（例如 2026-11-22T05:30:00Z），或从现在往前推的时长（例如 10m）：只有在此之后创建的变更单才会回滚。`,
  'bad-image': fault => `expectImage：收到“${fault.got}”，应为部署时使用的完整镜像地址，例如 registry.example.com/team/app:1.4.2 或 …/app@sha256:…，最长 512 个字符，不含空格。`,
  'bad-version': fault => `expectVersion：收到“${fault.got}”，应为部署包的版本：1～200 个可见的 ASCII 字符，不含空格。`,
  'several-targets': fault => `${fault.input}：一个值对应了 ${fault.targets} 个发布，应只有一个发布：每个应用的镜像和版本各不相同。请为每个发布使用单独的步骤。`,
  'long-bake': fault => `bake：收到“${fault.got}”，不应超过 ${phrases_duration(fault.longestMs)}：更长时间的观察应由监控系统负责。`,
  'bad-flag': fault => `${fault.input}：收到“${fault.got}”，应为 true 或 false。`,
  'bad-commit': fault => `commit：收到“${fault.got}”，应为完整的提交 SHA，即 40 位十六进制数字。`,
  'poll-floor': fault => `minPollInterval：收到“${fault.got}”，应至少为 ${phrases_duration(fault.floorMs)}：API 允许整个账号每分钟调用 60 次。`,
  'poll-bounds-crossed': fault => `minPollInterval：收到“${fault.min}”，不应大于 maxPollInterval，后者为“${fault.max}”。`,
  'bad-region': fault => `${fault.input}：收到“${fault.got}”，应为地域 ID，例如 cn-hangzhou。`,
  'no-region': 'regionId：未提供，应为地域 ID（例如 cn-hangzhou），或者提供 endpoint。也可以使用环境变量 ALIBABA_CLOUD_REGION_ID。',
  'bad-endpoint': fault => `endpoint：收到“${fault.got}”，应为主机（例如 sae-vpc.cn-hangzhou.aliyuncs.com），或仅含协议、主机和端口的 URL。`,
  'endpoint-not-https': fault => `endpoint：收到“${fault.got}”，应使用 https：仅对本机接受明文 http。`,
  'half-credentials': fault => `${fault.missing.join('、')}：未提供，但已提供 ${fault.given.join(' 和 ')}，应从同一来源提供完整的访问凭证。`,
  'bad-credential': fault => `${fault.input}：含有访问凭证中不会出现的字符（不显示其值），应与阿里云给出的完全一致。`,
  'bad-proxy': fault => `${fault.variable}：其值不是代理的 URL（不显示其值），应为 http://host:port；如果代理要求身份验证，请在主机前加上 user:password@，其中的特殊字符须进行百分号编码。`,
  'bad-no-proxy': fault => `${fault.variable}：收到“${fault.got}”，应为网段（例如 10.0.0.0/8 或 fd00::/8）。`,
  'no-credentials': 'accessKeyId、accessKeySecret：未提供，应在此处或通过环境变量 ALIBABA_CLOUD_ACCESS_KEY_ID 和 ALIBABA_CLOUD_ACCESS_KEY_SECRET 提供 AccessKey，或者提供要扮演的 RAM 角色（roleArn、oidcProviderArn）。',
};
function inputs_inputFault(fault) {
  return (0,facts/* sayingOf */.NM)(inputs_INPUT_FAULTS, fault);
}
function inputs_leftoverText({ input, got, of }) {
  switch (of) {
    case 'no-value':
      return `${input}：收到“${got}”，这是程序在没有值时的输出，应为具体的值。本应给出该值的步骤没有给出任何值：请检查该步骤是否失败，以及它的返回结果中是否有该字段。`;
    case 'template':
      return `${input}：收到“${got}”，这是未被替换的表达式，应为它的值。本应替换它的系统无法识别它，或者引号阻止了替换。`;
    case 'object':
      return `${input}：收到“${got}”，这是 JavaScript 对象转成文本的结果，应为该对象的某个字段，例如它的 ID。`;
    case 'quotes':
      return `${input}：收到“${got}”，不应带引号：请用 jq -r 从 JSON 中读取，或在工作流中使用 fromJSON。`;
  }
}
;// CONCATENATED MODULE: ./build/src/words/zh/report.js
const report_check = {
  impossible: {
    title: 'SAE 发布门禁：无法显示检查运行',
    message: 'checkRun 为 true，但没有令牌，或无法得知提交：发布只会显示在日志和摘要中。',
  },
  refused: (status, message) => ({
    title: 'SAE 发布门禁：无法显示检查运行',
    message: `GitHub 拒绝了检查运行（HTTP ${status}：${message}）；本步骤会在没有检查运行的情况下继续等待。它需要“permissions: checks: write”（来自 fork 的拉取请求的运行无法获得该权限），且 checkName 不能是某个作业的名称。`,
  }),
  batch: phrases_batchName,
  pause: after => `${phrases_batchName(after)}后等待`,
  state: status => status,
  doubtful: '响应存疑，正在再次查询',
  ending: status => `变更单显示${status}，即将得出结论`,
  killedTitle: 'SAE 发布未等到结束',
  killed: '本步骤的进程在得出结论之前就已结束。发布会继续：请到 SAE 控制台查看。',
  closed: '已将仍在进行中的检查运行关闭，结果为已取消（cancelled）。',
  notClosed: failure => `未能关闭仍在进行中的检查运行：${faults_gitHubFailure(failure)}`,
};
const report_FATES = {
  superseded: '本次发布并未失败，线上版本由之后的变更单决定',
  finished: '本次变更单已执行完，SAE 不会自动回滚',
  claimed: '变更单显示发布已完成…，但未能确认',
  stopped: '发布已停止…，未回滚',
  'stopped-phased': '发布已停止…，SAE 可能会自动回滚',
  terminated: '发布已终止…，未返回是否已回滚',
  stuck: '发布已卡住…：SAE 既不会完成，也不会回滚',
  paused: '发布已暂停…，并未失败：人工操作之后 SAE 才会继续；本步骤已停止等待',
  nameless: '未知：应用和发布状态均未能读取；本步骤只观察，不会中止发布',
  unknown: '未知：未查到发布的任何状态；本步骤只观察，不会中止发布',
};
const report_AGES = { new: '新', old: '旧' };
function report_kindsText(kinds, counted) {
  const told = kinds.map(({ what, age, count }) => {
    if (what === '')
      return age && `${report_AGES[age]}实例${counted ? ` ${count} 个` : ''}`;
    return `${what}${counted ? ` × ${count}` : ''}${phrases_aside(age && report_AGES[age])}`;
  });
  return (0,text_parts/* joined */.o)('、', ...told);
}
const report_report = {
  title: (name, clause, task) => name === undefined ? `${task === 'gate' ? 'SAE 发布门禁' : 'SAE 应用'}：${clause}` : `${name} ${clause}`,
  deployed: '变更成功',
  inProgress: '正在发布',
  waitingForFree: '等待应用空闲',
  severalTitle: ({ all, green, red, failed, left, going }, names, more) => {
    const other = red - failed - left;
    const bad = (0,text_parts/* present */.E)(failed > 0 && `${failed} 个失败`, other > 0 && `${other} 个未成功`, left > 0 && `${left} 个仍在进行${failed + other > 0 ? '' : '但已不再等待'}`).map((counted, index) => index === 0
      ? `${all} 个发布中有 ${counted}：${names.join('、')}${more > 0 ? ` 及另外 ${more} 个` : ''}`
      : counted);
    const good = red > 0 ? `${green} 个成功` : `${all} 个发布中已有 ${green} 个成功`;
    const rest = (0,text_parts/* joined */.o)('，', (red === 0 || going > 0) && good, going > 0 && `${going} 个正在进行`);
    return (0,text_parts/* joined */.o)('；', ...bad, rest);
  },
  overview: '总览',
  succeeded: rollouts => `${rollouts} 个成功`,
  readyOf: (ready, of) => `${ready}/${of} 就绪`,
  rollouts: rollouts => `${rollouts} 个发布`,
  further: (rollouts, ended) => `其余 ${rollouts} 个${ended ? '未成功的' : ''}发布`,
  batch: phrases_batchName,
  verdictBecause: (verdict, short) => `${verdict}：${short}`,
  moreRed: orders => ({
    title: 'SAE 发布：还有未成功的变更单',
    message: `还有 ${orders} 个变更单未成功：请查看作业摘要。`,
  }),
  why: '原因',
  now: '现状',
  todo: '处理',
  undo: '回滚命令',
  undoInstead: '如需中止发布并回滚',
  orderSucceeded: '变更单执行成功',
  wasSeen: '最后查到的状态',
  fate: (fate, batches) => `${report_FATES[fate].replace('…', phrases_aside(batches))}。`,
  continues: (state, gateIsRed) => `发布仍在进行：${state}。${gateIsRed ? '发布会继续，本步骤只观察。' : ''}`,
  lastSeen: (state, agoMs) => `未知。最后查到的状态：${state}${phrases_aside(agoMs !== undefined && `结束前 ${phrases_duration(agoMs)}`)}。本步骤只观察，不会中止发布。`,
  blocking: (state, agoMs) => `占用应用的变更单：${state}${phrases_aside(agoMs !== undefined && `结束前 ${phrases_duration(agoMs)}`)}。本步骤不会改动它。`,
  batchesDone: (done, of) => `${batchCount(of)}中已完成 ${batchCount(done)}`,
  running: ({ ready, of, kinds, unready, restarts = 0, draining, partly }) => {
    const facts = (0,text_parts/* joined */.o)('，', restarts > 0 && `共重启 ${restarts} 次`, draining > 0 && `另有 ${draining} 个正在停止`, partly && '未读取全部实例');
    const states = (0,text_parts/* joined */.o)('。\n', of === 0 && unready.length === 0
      ? '没有运行中的实例'
      : (0,text_parts/* joined */.o)('：', `${of} 个实例中 ${ready} 个就绪`, report_kindsText(kinds, kinds.length > 1)), unready.length > 0 && `未就绪：${report_kindsText(unready, true) || unready.length}`);
    return `${(0,text_parts/* joined */.o)('。', states, facts)}。`;
  },
  unchecked: '未配置健康检查：“运行中”不代表能提供服务。',
  supersededBy: order => `线上运行的版本已被之后的变更单改变：${order}。`,
  provenBy: order => `已随同一步骤中之后的变更单 ${order} 一并验证。`,
  notShown: (fault, remedy) => `无法读取运行中的实例：${phrases_sentence(fault)}${remedy}`,
  verifying: ({ kind, lastedMs, ofMs, ready, of }) => (0,text_parts/* joined */.o)('，', kind === 'baking'
    ? `观察中（${(0,format/* formatElapsed */.C7)(lastedMs)}/${(0,format/* formatElapsed */.C7)(ofMs)}）`
    : `正在验证实例（${(0,format/* formatElapsed */.C7)(lastedMs)}，最长 ${(0,format/* formatElapsed */.C7)(ofMs)}）`, ready !== undefined && of !== undefined && `${of} 个实例中 ${ready} 个健康`),
  nothingToDo: ({ kind, ofMs }) => kind === 'baking'
    ? `无需操作：本步骤会观察 ${phrases_duration(ofMs)}，确认实例保持健康后自动结束。`
    : `无需操作：本步骤正在检查所有实例能否变为健康，最长 ${phrases_duration(ofMs)}，之后自动继续。`,
  evidence: (instances, events) => `详细证据${phrases_aside(instances > 0 && `${instances} 个实例`, events > 0 && `${events} 个事件`)}`,
  batchesAndTimeline: `${BATCH}与时间线`,
  timeline: '时间线',
  details: '详情（变更单、应用、地域、版本、时间）',
  instances: '运行中的实例',
  took: lastedMs => `耗时 ${phrases_duration(lastedMs)}`,
  waited: lastedMs => `已等待 ${phrases_duration(lastedMs)}`,
  usually: (usualMs, longerThanAny) => longerThanAny === undefined
    ? `通常 ${phrases_duration(usualMs)}`
    : `已超过最近 ${longerThanAny} 次发布中最长的一次，通常 ${phrases_duration(usualMs)}`,
  openJob: '查看作业日志',
  saeSays: 'SAE 的原文',
  fact: {
    verdict: '结论',
    application: '应用',
    changeOrder: '变更单',
    blockingOrder: '占用应用的变更单',
    type: '变更类型',
    status: '状态',
    description: '描述',
    waited: '等待时长',
    usual: '通常耗时',
    estimate: '进度预估',
    region: '地域',
    started: '发布开始时间',
    rollback: '支持回滚',
    image: '镜像',
    version: '版本',
  },
  yes: '是',
  no: '否',
  batches: BATCH,
  batchColumn: { batch: BATCH, state: '状态', start: '开始时间（UTC）', duration: '耗时', bar: '时间分布' },
  legend: `█ 执行中，▒ 该${BATCH}之前的等待`,
  waitedBefore: waitMs => `此前等待 ${phrases_duration(waitMs)}`,
  allBatches: batches => `全部 ${batches} 个${BATCH}`,
  moreBatches: batches => `……另有 ${batchCount(batches)}`,
  notBegun: '未开始',
  openInConsole: '在 SAE 控制台查看变更单',
  openNewer: '之后的变更单',
  openRollback: '回滚变更单',
  footer: ({ polls, throttles, faults, version }) => (0,text_parts/* joined */.o)(' · ', `查询 ${polls} 次`, throttles > 0 && `被限流 ${throttles} 次`, faults > 0 && `查询失败后恢复 ${faults} 次`, `sae-rollout-gate ${version}`),
  leftOut: names => `因篇幅所限，以下内容已省略：${names.join('、')}。`,
};
;// CONCATENATED MODULE: ./build/src/words/zh/undo.js
const undo_RESULTS = {
  asking: '，正在请求回滚',
  following: '，正在跟踪回滚',
  'rolled-back': '，已回滚',
  'rollback-failed': '，且回滚失败',
  'not-rolled-back': '，未回滚',
  asked: '，已请求回滚',
  unknown: '，是否已回滚未知',
};
const undo_BEFORE = {
  'needs-rollback': '发布失败',
  'timed-out': '等待超时',
  'awaiting-manual-step': '需要人工操作',
  cancelled: '等待已取消',
};
function undo_undoneTitle(clause, verdict, result) {
  if (result === undefined)
    return clause;
  const before = result === 'not-rolled-back' ? undefined : undo_BEFORE[verdict];
  return `${before ?? clause}${undo_RESULTS[result]}`;
}
const undo_OF = {
  creation: '变更单的创建时间',
  start: `${FIRST_BATCH}的开始时间`,
};
const undo_NOT_WRITTEN = {
  'several-targets': '该步骤等待多个发布',
  'no-application': '未提供 appId 或 appName',
  'no-order': '未找到本次运行的变更单',
  'not-named': '该变更单仅凭时间找到，既没有以 ID 指定，也没有 descriptionContains 与之对应',
  'among-several': '有多个变更单可能属于本次运行，无法确定是哪一个',
  'no-run-start': '无从得知本次运行的开始时间',
  'step-cancelled': '该步骤已被取消，而 rollbackOn 未包含这种情况',
  'no-time': why => `未能在 ${phrases_duration(why.limitMs)}内读取事先必须核对的信息`,
  unreadable: why => `无法读取事先必须核对的信息：${faults_faultText(why.fault)}`,
  'other-application': why => `该变更单属于另一个应用（${(0,clean/* cleanText */.X5)(why.appId, 200)}）`,
  unlisted: '该应用的变更单列表中没有它',
  'other-description': '其描述不包含 descriptionContains',
  undated: why => `无从得知${undo_OF[why.of]}${why.of === 'start' ? '：尚未开始任何批次，没有可以回滚的内容' : ''}`,
  'too-old': why => `${undo_OF[why.of]}（${(0,format/* formatTime */.fU)(why.atMs)}）早于本次运行的开始时间（${(0,format/* formatTime */.fU)(why.createdAfterMs)}）`,
  ended: why => `该变更单在此期间已结束（${undo_stateOf(why.status)}）`,
  'unknown-status': why => `该变更单处于 API 文档中没有的状态（${undo_stateOf(why.status)}）`,
  'moved-on': why => `在此期间已有人处理该变更单，其状态已不同于得出结论时（${undo_stateOf(why.status)}）`,
  'not-supported': 'API 没有表明该变更单支持回滚',
  'not-last': why => why.lastOrderId === undefined
    ? '该应用没有给出最近一次变更单，因此无法证明就是这一个'
    : `该应用在此之后已开始另一个变更单（${(0,clean/* cleanText */.X5)(why.lastOrderId, 100)}）`,
  refused: ({ fault }) => fault.neverSent === true
    ? `请求未能发送：${faults_faultText(fault)}`
    : `API 拒绝了请求：${phrases_sentence(faults_faultText(fault))}${fault.reason === 'permission' ? `请为该密钥的 RAM 用户或角色授予“*”上的操作“sae:${fault.action}”，或不指定 rollbackOn。` : ''}`,
};
function undo_stateOf(status) {
  return `${(0,facts/* statusText */.qS)(status, statuses_STATUS_WORDS)}，${status}`;
}
const undo_LOOK = '再次部署之前，请在控制台确认实际运行的版本。';
function undo_sentText(done) {
  const { accepted, fault, followed } = done;
  const asked = accepted
    ? 'SAE 已接受回滚请求（rollbackOn）'
    : `已发送一次回滚请求（rollbackOn），但没有响应表明 SAE 是否已接受（${fault === undefined ? '没有响应' : faults_faultText(fault)}）；SAE 可能已接受该请求，因此不会再次发送`;
  if (followed === undefined)
    return { what: `${asked}。本步骤没有等待其结果。`, remedy: undo_LOOK };
  const { changeOrderId, separate, verdict, status } = followed;
  const id = (0,clean/* cleanText */.X5)(changeOrderId, 100);
  const state = status === undefined ? '从未读取到状态' : (0,facts/* statusText */.qS)(status, statuses_STATUS_WORDS);
  const name = separate ? `回滚变更单 ${id} ` : '原变更单';
  const ended = `${name}${verdict === 'succeeded' || verdict === 'failed' ? state : `${verdicts_verdicts[verdict]}（${state}）`}。`;
  const completed = (0,undo_undo/* mayHaveCompleted */.$z)(done) ? '发布可能在终止之前就已完成。' : '';
  const runs = done.runsAsBefore ? '所有实例运行的都是发布之前的版本。' : '';
  const what = `${asked}；${ended}${completed}${runs}`;
  switch ((0,undo_undo/* rolledBackOf */.PR)(done)) {
    case 'true':
      return {
        what: `已自动回滚（rollbackOn${separate ? `，变更单 ${id}` : ''}）。${completed}${runs}`,
        remedy: '请先解决问题，再重新部署。',
      };
    case 'false':
      return { what, remedy: `请在控制台打开变更单 ${id}：需要人工处理。\n${undo_LOOK}` };
    case 'unknown':
      return { what: `${what}是否已回滚未知。`, remedy: undo_LOOK };
  }
}
function undo_underWay({ order, timeoutMs }, lastedMs) {
  if (order === undefined)
    return '回滚：正在核对是否可以请求';
  const { changeOrderId, separate, status } = order;
  const state = status === undefined ? '' : `：${(0,facts/* statusText */.qS)(status, statuses_STATUS_WORDS)}`;
  return `${separate ? '回滚变更单' : '由原变更单回滚'} ${(0,clean/* cleanText */.X5)(changeOrderId, 100)}${state} · 已 ${phrases_duration(lastedMs)}，最长 ${phrases_duration(timeoutMs)}`;
}
const zh_undo_undo = {
  title: undo_undoneTitle,
  underWay: undo_underWay,
  explain: done => {
    switch (done.kind) {
      case 'not-due':
        return {};
      case 'under-way':
        return {
          what: `无论回滚结果如何，该步骤已判定为失败。${undo_underWay(done, done.lastedMs)}。`,
          remedy: '在该步骤结束之前请不要操作该变更单，届时会给出回滚的结果。',
        };
      case 'not-written':
        return { what: phrases_sentence(`未回滚，也没有写入任何内容：${(0,facts/* sayingOf */.NM)(undo_NOT_WRITTEN, done.why)}`) };
      case 'bug':
        return { what: phrases_sentence(`回滚时门禁自身出现缺陷：${done.message}`), remedy: undo_LOOK };
      case 'sent':
        return undo_sentText(done);
    }
  },
  log: {
    label: '回滚',
    writes: orderId => `rollbackOn：正在请求 SAE 终止变更单 ${(0,clean/* cleanText */.X5)(orderId, 100)} 并回滚。`,
    follows: (accepted, orderId, timeoutMs) => `${accepted ? `SAE 已接受${orderId === undefined ? '' : `，变更单为 ${(0,clean/* cleanText */.X5)(orderId, 100)}`}` : '没有响应表明 SAE 是否已接受，不会再次发送'}。该步骤已判定为失败；正在跟踪其结果，最长 ${phrases_duration(timeoutMs)}。`,
  },
};
;// CONCATENATED MODULE: ./build/src/words/zh/zh.js
const zh = {
  colon: '：',
  comma: '，',
  sentenceGap: '',
  aside: phrases_aside,
  duration: phrases_duration,
  statusName: statuses_statusName,
  unknownStatus: statuses_unknownStatus,
  subStatusName: statuses_subStatusName,
  verdict: verdicts_verdicts,
  log: notes_log,
  warning: notes_warning,
  note: notes_noteText,
  orderName: notes_orderName,
  estimate: notes_estimateText,
  batchIs: (place, status, forMs) => `${phrases_batchName(place)}${status}${forMs === undefined ? '' : `，已持续 ${phrases_duration(forMs)}`}`,
  fault: faults_faultText,
  faultRemedy: faults_faultRemedy,
  cause: verdicts_cause,
  amongSeveral: verdicts_amongSeveral,
  inputFault: inputs_inputFault,
  diagnosis: diagnosis_diagnosis,
  command: command_command,
  doctor: doctor_doctor,
  check: report_check,
  report: report_report,
  undo: zh_undo_undo,
};
;// CONCATENATED MODULE: ./build/src/words/catalogue.js
const catalogue = { en: en, zh: zh };


/***/ }),

/***/ 7636:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  NM: () => (sayingOf),
  qS: () => (statusText),
  s3: () => (NOTHING_SEEN),
  xv: () => (causeText)
});
/* harmony import */ var _rollout_statuses_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(525);

function sayingOf(sayings, thing) {
  const saying = sayings[thing.kind];
  return typeof saying === 'string' ? saying : saying(thing);
}
function statusText(status, words) {
  const name = (0,_rollout_statuses_js__WEBPACK_IMPORTED_MODULE_0__/* .statusName */ .Er)(status);
  return name === undefined ? words.unknownStatus(status) : words.statusName[name];
}
function causeText({ cause: texts }, cause, facts) {
  const say = texts[cause.kind];
  return say(cause, facts);
}
const NOTHING_SEEN = {
  waitedMs: 0,
  changeOrderId: '',
  askedAppId: undefined,
  lastState: undefined,
  lastFault: undefined,
  unproven: false,
  waitsFor: undefined,
  callsScarce: false,
  badBatch: undefined,
  place: undefined,
  short: undefined,
  provenMs: undefined,
  rollbackSupported: undefined,
  hasRollbackCommand: false,
  approvalId: undefined,
  stopper: undefined,
};


/***/ }),

/***/ 2384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.d(__webpack_exports__, {
  C7: () => (formatElapsed),
  L_: () => (distinctEnds),
  Uq: () => (shortImage),
  a3: () => (formatDuration),
  fU: () => (formatTime),
  qx: () => (roughMs),
  u$: () => (isoSecond)
});
function formatDuration(durationMs, units) {
  const ms = Math.max(0, Math.round(durationMs));
  if (ms < 1_000)
    return `${ms} ${units.ms}`;
  if (ms < 10_000 && ms % 1_000 >= 100)
    return `${(Math.floor(ms / 100) / 10).toFixed(1)} ${units.s}`;
  const seconds = Math.floor(ms / 1_000);
  if (seconds < 60)
    return `${seconds} ${units.s}`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60)
    return twoUnits(minutes, units.min, seconds % 60, units.s);
  return twoUnits(Math.floor(minutes / 60), units.h, minutes % 60, units.min);
}
function twoUnits(large, largeUnit, small, smallUnit) {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}
function formatTime(epochMs) {
  const time = new Date(epochMs);
  return Number.isNaN(time.getTime()) ? '–' : `${time.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
function formatElapsed(elapsedMs) {
  const seconds = Math.max(0, Math.floor(elapsedMs / 1_000));
  const twoDigits = (value) => String(value).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${twoDigits(m)}:${twoDigits(s)}` : `${m}:${twoDigits(s)}`;
}
function isoSecond(epochMs) {
  return formatTime(epochMs).replace(' UTC', 'Z').replace(' ', 'T');
}
const S_MS = 1_000;
const MIN_MS = 60 * S_MS;
const STEPS = [
  { upToMs: 10 * S_MS, stepMs: S_MS },
  { upToMs: MIN_MS, stepMs: 5 * S_MS },
  { upToMs: 10 * MIN_MS, stepMs: 10 * S_MS },
  { upToMs: 120 * MIN_MS, stepMs: MIN_MS },
  { upToMs: Infinity, stepMs: 5 * MIN_MS },
];
function roughMs(ms) {
  const stepMs = STEPS.find(({ upToMs }) => ms <= upToMs)?.stepMs ?? S_MS;
  return Math.max(S_MS, Math.ceil(ms / stepMs) * stepMs);
}
const SHOWN_OF_DIGEST = 12;
function shortImage(reference) {
  const name = reference.slice(reference.lastIndexOf('/') + 1);
  const digestAt = name.indexOf('@sha256:');
  return digestAt < 0 ? name : name.slice(0, digestAt + '@sha256:'.length + SHOWN_OF_DIGEST);
}
function distinctEnds(ids) {
  const [first = '', ...others] = ids;
  let same = others.length === 0 ? 0 : first.length;
  for (const id of others)
    while (!id.startsWith(first.slice(0, same)))
      same--;
  const cutAt = first.lastIndexOf('-', same - 1) + 1;
  return cutAt <= 1 || same === 0 ? ids : ids.map(id => `…${id.slice(cutAt - 1)}`);
}


/***/ }),

/***/ 8797:
/***/ ((module) => {

module.exports = {"rE":"0.1.0"};

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		id: moduleId,
/******/ 		loaded: false,
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
/******/ 	};
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(8712);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
