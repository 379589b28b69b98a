import { recount } from "./count.cipher.ts";
import { LARGEST_EXPORT, readExport } from "./export.form.ts";

/** The offline page's one script: a file is chosen, opened, counted and compared, with no line to anywhere. */
const chosen = document.querySelector<HTMLInputElement>("#tep")!;
const said = document.querySelector<HTMLElement>("#ket-luan")!;
const text = document.querySelector<HTMLElement>("#nguyen-van")!;

const say = (tone: "good" | "bad" | "", words: string): void => {
  said.className = tone;
  said.textContent = words;
};

if (!globalThis.crypto?.subtle) {
  chosen.disabled = true;
  say(
    "bad",
    "Trình duyệt này không cho trang mở từ tệp dùng phần mã hóa. Hãy mở trang bằng Chrome, Edge hoặc Cốc Cốc bản mới, hoặc dùng lệnh ./thidua recount.",
  );
}

chosen.addEventListener("change", () => void check());

async function check(): Promise<void> {
  const file = chosen.files?.[0];
  if (!file) return;
  say("", "Đang mở và đếm lại…");
  text.textContent = "";
  if (file.size > LARGEST_EXPORT)
    return say("bad", "Tệp này quá lớn, không phải tệp xuất của một cuộc bỏ phiếu.");
  const recorded = readExport(await file.text());
  if (!recorded) return say("bad", "Tệp này không phải tệp xuất của một cuộc bỏ phiếu.");
  const answer = await recount(recorded);
  if (!answer) return say("bad", "Tệp này hỏng hoặc bị sửa: không mở và đếm lại được.");
  const { canonical, differences } = answer;
  text.textContent = canonical;
  if (differences.length > 0) return say("bad", `KHÔNG KHỚP. ${differences.join(" ")}`);
  say("good", `KHỚP từng ký tự với biên bản: đã mở lại và đếm ${recorded.ballots.length} lá phiếu.`);
}
