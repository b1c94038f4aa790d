import type { Finding } from '../errors.ts';
import type { InvocationRecord } from '../invoke/record.ts';
import { brush } from './colour.ts';
import { callLines, errorLines, findingLines, logLines, section } from './details.ts';
import type { BrokenFunction, RunReport } from './report.ts';
import { element } from './xml.ts';

/** One suite: a function in one generation, and its cases as XML. */
interface Suite {
  name: string;
  cases: string[];
  failures: number;
  errors: number;
  seconds: number;
}

const plain = brush(false);

/**
 * The report as JUnit XML: a suite for each function and generation, a case for each invocation, times in seconds. A
 * function that fails on the platform is an `error`, an answer that falls short is a `failure`.
 */
export function junitReport(report: RunReport): string {
  const suites = [...suitesOf(report.records), ...report.broken.map(brokenSuite)];
  const sum = (value: (suite: Suite) => number) => suites.reduce((total, suite) => total + value(suite), 0);
  const attributes = {
    name: 'lpf-emulator',
    tests: sum(({ cases }) => cases.length),
    failures: sum(({ failures }) => failures),
    errors: sum(({ errors }) => errors),
    time: seconds(report.elapsed),
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', attributes, suites.map(suiteXml))}\n`;
}

function suitesOf(records: readonly InvocationRecord[]): Suite[] {
  const suites = new Map<string, { suite: Suite; names: Map<string, number> }>();
  for (const record of records) {
    const name = suiteName(record);
    const entry = suites.get(name) ?? { suite: emptySuite(name), names: new Map<string, number>() };
    suites.set(name, entry);
    const { suite, names } = entry;
    const times = (names.get(record.payload) ?? 0) + 1;
    names.set(record.payload, times);
    suite.cases.push(caseXml(record, name, times));
    suite.errors += isError(record) ? 1 : 0;
    suite.failures += isFailure(record) ? 1 : 0;
    suite.seconds += record.timings.wall / 1000;
  }
  return [...suites.values()].map(({ suite }) => suite);
}

const suiteName = (record: InvocationRecord): string =>
  [record.function, record.generation, ...(record.engine === 'node' ? [] : [record.engine])].join(' ');

const emptySuite = (name: string): Suite => ({ name, cases: [], failures: 0, errors: 0, seconds: 0 });
const isError = ({ outcome, verdict }: InvocationRecord): boolean => !verdict.pass && outcome !== 'ok';
const isFailure = ({ outcome, verdict }: InvocationRecord): boolean => !verdict.pass && outcome === 'ok';
const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(4);

function suiteXml({ name, cases, failures, errors, seconds: time }: Suite): string {
  const attributes = { name, tests: cases.length, failures, errors, time: time.toFixed(4) };
  return element('testsuite', attributes, cases);
}

/** Repeats of a payload get a number, so that every case has a name of its own. */
function caseXml(record: InvocationRecord, suite: string, times: number): string {
  const { payload, timings, verdict, error, logs, calls } = record;
  const name = times === 1 ? payload : `${payload} #${times}`;
  const output = [
    ...section('logs', logLines(logs, plain)),
    ...section('calls', callLines(calls, plain)),
    ...(verdict.pass ? findingsText(verdict.findings) : []),
  ];
  return element('testcase', { name, classname: suite, time: seconds(timings.wall) }, [
    ...(verdict.pass ? [] : [problemXml(isError(record) ? 'error' : 'failure', verdict.findings, error)]),
    ...(output.length === 0 ? [] : [element('system-out', {}, output.join('\n'))]),
  ]);
}

function problemXml(
  tag: 'error' | 'failure',
  findings: readonly Finding[],
  error: InvocationRecord['error'],
): string {
  const first = findings.find(({ severity }) => severity === 'error');
  const stack = error ? errorLines(error, findings, plain) : [];
  const attributes = {
    message: first?.message ?? error?.message ?? '',
    type: first?.code ?? error?.code ?? '',
  };
  return element(tag, attributes, [...findingsText(findings), ...stack].join('\n'));
}

const findingsText = (findings: readonly Finding[]): string[] =>
  findings.flatMap((finding) => findingLines(finding, plain));

/** A function that could not be run is a suite with one case, which fails before it starts. */
function brokenSuite({ function: name, generation, findings }: BrokenFunction): Suite {
  const suite = [name, ...(generation === null ? [] : [generation])].join(' ');
  const problem = problemXml('error', findings, undefined);
  const only = element('testcase', { name: 'rejected', classname: suite, time: seconds(0) }, [problem]);
  return { name: suite, cases: [only], failures: 0, errors: 1, seconds: 0 };
}
