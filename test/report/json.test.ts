import { jsonReport } from '../../emulator/report/json.ts';
import { failed, fellShort, hostile, record, report } from './records.ts';

test('the report as JSON has the verdict first and the records as they are', () => {
  expect(jsonReport(report([record()]))).toMatchInlineSnapshot(`
    "{
      "pass": true,
      "totals": {
        "invocations": 1,
        "passed": 1,
        "failed": 0,
        "broken": 0,
        "functions": 1,
        "payloads": 1,
        "generations": 1
      },
      "elapsed": 812,
      "warnings": [],
      "broken": [],
      "records": [
        {
          "id": "00000000-0000-4000-8000-000000000000",
          "function": "orderBot",
          "generation": "v2",
          "engine": "node",
          "event": "bot_connectors_custom_integration",
          "payload": "text",
          "bundle": {
            "hash": "0123456789ab",
            "characters": 4200
          },
          "start": "warm",
          "outcome": "ok",
          "result": {
            "messages": [
              "Hello"
            ]
          },
          "logs": [],
          "calls": [],
          "services": [],
          "timings": {
            "coldStart": 0,
            "wall": 0.42,
            "active": 0.2,
            "waiting": 0.1,
            "projected": 2.51
          },
          "memory": {
            "heapPeak": 4000000,
            "externalPeak": 1000000
          },
          "verdict": {
            "pass": true,
            "findings": []
          }
        }
      ]
    }
    "
  `);
});

test('keys come in one order, whatever order a record was put together in', () => {
  const backwards = Object.fromEntries(Object.entries(failed).toReversed()) as unknown as typeof failed;
  expect(jsonReport(report([backwards]))).toBe(jsonReport(report([failed])));
});

test('an answer that is missing has no key, the answer null has one', () => {
  const { result: _, ...silent } = record();
  expect(jsonReport(report([silent]))).not.toContain('"result"');
  expect(jsonReport(report([record({ result: null })]))).toContain('"result": null');
});

test('everything comes back as it was', () => {
  const records = [failed, fellShort, hostile];
  expect(JSON.parse(jsonReport(report(records)))).toMatchObject({ pass: false, elapsed: 812, records });
});
