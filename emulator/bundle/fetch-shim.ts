/** What every free `fetch` of a v1 function is renamed to. */
export const fetchStandIn = '__lpf_fetch';

/**
 * `fetch` for v1, whose documented way out is the toolbelt's HTTP client in the style of request-promise
 * (developers.liveperson.com, Functions toolbelt pages). It takes method, headers, a text body and a signal; like the
 * real one it resolves for every status and rejects with a TypeError when nothing answered.
 */
export const fetchShim = `
function ${fetchStandIn}(url, options) {
  var { method = "GET", headers = {}, body, signal } = options || {};
  if (body != null && typeof body !== "string" && !(body instanceof URLSearchParams)) {
    return Promise.reject(new TypeError("v1 sends text only: make the body a string"));
  }
  var request = {
    url: String(url),
    method: method,
    headers: headers[Symbol.iterator] ? Object.fromEntries(headers) : Object.assign({}, headers),
    simple: false,
    resolveWithFullResponse: true,
  };
  if (body != null) request.body = String(body);
  if (body instanceof URLSearchParams) {
    request.headers["content-type"] = "application/x-www-form-urlencoded;charset=UTF-8";
  }
  return new Promise(function (resolve, reject) {
    var abort = function () { reject(signal.reason); };
    if (signal && signal.aborted) return abort();
    if (signal) signal.addEventListener("abort", abort, { once: true });
    Promise.resolve(require("lp-faas-toolbelt").Toolbelt.HTTPClient()(request)).then(
      function (response) { resolve(${fetchStandIn}_response(response)); },
      function (cause) { reject(new TypeError("fetch failed", { cause: cause })); },
    ).then(function () { if (signal) signal.removeEventListener("abort", abort); });
  });
}
function ${fetchStandIn}_response(response) {
  var text = typeof response.body === "string" ? response.body : response.body == null ? "" : String(response.body);
  var headers = response.headers || {};
  var header = function (name) { return headers[String(name).toLowerCase()]; };
  return {
    ok: response.statusCode >= 200 && response.statusCode <= 299,
    status: response.statusCode,
    statusText: response.statusMessage || "",
    headers: {
      get: function (name) { return header(name) === undefined ? null : String(header(name)); },
      has: function (name) { return header(name) !== undefined; },
    },
    text: function () { return Promise.resolve(text); },
    json: function () { return Promise.resolve(text).then(JSON.parse); },
  };
}
`;
