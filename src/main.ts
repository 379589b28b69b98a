/**
 * The one program. Each verb loads only what it needs; `house.ts` is the composition root that knows
 * every stage, and nothing knows it.
 */
type Verb = (args: string[]) => Promise<number>;

interface VerbEntry {
  readonly words: string;
  load(): Promise<Verb>;
}

const verbs: Readonly<Record<string, VerbEntry>> = {
  start: {
    words:
      "start [--empty]           chạy hệ thống (lần đầu nạp Bộ dùng thử; --empty: cơ quan thật, chưa có dữ liệu)",
    load: async () => (await import("./start.ts")).start,
  },
  test: {
    words:
      "test                      chạy mọi kiểm tra: định dạng, kiểu, kiến trúc, đơn vị, trang, hành trình",
    load: async () => (await import("./test.ts")).test,
  },
  check: {
    words: "check                     kiểm tra chuỗi nhật ký, tệp và các bất biến của dữ liệu",
    load: async () => (await import("./check.ts")).check,
  },
  plan: {
    words: "plan read TỆP --json      đọc một văn bản phát động (.txt, .docx, .pdf) ra JSON",
    load: async () => planVerb((await import("./movements/plan-read.command.ts")).planRead),
  },
  law: {
    words: "law judge|bonus|vote|codes …   hỏi luật: đủ điều kiện, tiền thưởng, tỷ lệ phiếu, bảng mã",
    load: async () => (await import("./law/law.command.ts")).law,
  },
  recount: {
    words: "recount TỆP               kiểm phiếu lại từ tệp xuất (0 khớp biên bản, 1 khác, 2 không đọc được)",
    load: async () => (await import("./ballots/recount.command.ts")).recount,
  },
  help: { words: "help                      in trang này", load: async () => help },
};

const planVerb =
  (read: Verb): Verb =>
  async ([word, ...args]) => {
    if (word === "read") return read(args);
    console.error("Cách dùng: ./thidua plan read TỆP --json");
    return 2;
  };

const help: Verb = async () => {
  const lines = Object.values(verbs).map((verb) => `  ./thidua ${verb.words}`);
  console.log(
    ["Thi Đua: hệ thống làm việc cho công tác thi đua, khen thưởng", "", ...lines, "", environment].join(
      "\n",
    ),
  );
  return 0;
};

const environment = `Cấu hình bằng biến môi trường: PORT, HOST, THIDUA_DATA, THIDUA_ADDRESS, DATABASE_URL, DATABASE_OWNER_URL,
SMTP_URL, MAIL_FROM, OIDC_DISCOVERY_URL, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_LABEL, SIGNING_P12,
SIGNING_P12_PASSWORD, LOG_LEVEL (xem README.vi.md).`;

const [word = "help", ...args] = process.argv.slice(2);
const verb = verbs[word === "--help" || word === "-h" ? "help" : word];
if (!verb) console.error(`Không có lệnh “${word}”. ./thidua help liệt kê các lệnh.`);
export const exitCode = verb ? await (await verb.load())(args) : 2;
process.exitCode = exitCode;
