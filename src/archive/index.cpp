#include "archive/index.hpp"

#include <sqlite3.h>

#include "base/error.hpp"

namespace irikteu::archive {

using base::Error;
using base::ErrorCode;

struct Index::State {
    sqlite3* db = nullptr;
    std::string path;
    ~State() { sqlite3_close(db); }

    [[noreturn]] void fail() const {
        const int code = sqlite3_errcode(db);
        const bool full = code == SQLITE_FULL || code == SQLITE_IOERR || code == SQLITE_READONLY || code == SQLITE_CANTOPEN;
        throw Error(full ? ErrorCode::environment : ErrorCode::damaged_archive,
                    std::string("the index: ") + sqlite3_errmsg(db), {path, 0, 0, {}});
    }
    void run(const char* sql) const {
        if (sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
    }
};

namespace {

/// One prepared statement, bound by position.
class Statement {
  public:
    Statement(sqlite3* db, const std::string& sql) {
        if (sqlite3_prepare_v2(db, sql.c_str(), -1, &raw_, nullptr) != SQLITE_OK) raw_ = nullptr;
    }
    ~Statement() { sqlite3_finalize(raw_); }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    bool ready() const { return raw_ != nullptr; }
    Statement& bind(int at, std::int64_t value) {
        sqlite3_bind_int64(raw_, at, value);
        return *this;
    }
    Statement& bind(int at, const std::string& value) {
        sqlite3_bind_text(raw_, at, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
        return *this;
    }
    int step() { return sqlite3_step(raw_); }
    void reset() { sqlite3_reset(raw_); }
    std::int64_t integer(int column) { return sqlite3_column_int64(raw_, column); }
    std::string text(int column) {
        const auto* value = reinterpret_cast<const char*>(sqlite3_column_text(raw_, column));
        return value ? value : "";
    }
    IndexRow row() {
        return {integer(0), static_cast<std::uint64_t>(integer(1)), static_cast<std::uint64_t>(integer(2))};
    }

  private:
    sqlite3_stmt* raw_ = nullptr;
};

constexpr int kApplicationId = 0x69726B31;  // "irk1"

constexpr const char* kTables =
    "PRAGMA application_id = 1769106225;"
    "CREATE TABLE entry(number INTEGER PRIMARY KEY, offset INTEGER NOT NULL, length INTEGER NOT NULL,"
    " kind TEXT NOT NULL, name TEXT NOT NULL, key TEXT);"
    "CREATE UNIQUE INDEX entry_key ON entry(key) WHERE key <> '';"
    "CREATE INDEX entry_name ON entry(name);"
    "CREATE TABLE label(number INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL);"
    "CREATE INDEX label_value ON label(name, value);";

}  // namespace

Index::Index(const std::string& path, Access access) : state_(std::make_unique<State>()) {
    state_->path = path;
    const int flags = access == Access::write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
    if (sqlite3_open_v2(path.c_str(), &state_->db, flags, nullptr) != SQLITE_OK) state_->fail();
    Statement id(state_->db, "PRAGMA application_id");
    if (!id.ready() || id.step() != SQLITE_ROW) state_->fail();
    if (id.integer(0) == kApplicationId) return;
    if (id.integer(0) != 0 || access == Access::read) {
        throw Error(ErrorCode::damaged_archive, "is not an index of this archive", {path, 0, 0, {}});
    }
    id.reset();
    state_->run("BEGIN");
    state_->run(kTables);
    state_->run("COMMIT");
}

Index::~Index() = default;
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;

std::int64_t Index::entries() const {
    Statement query(state_->db, "SELECT coalesce(max(number), 0) FROM entry");
    if (!query.ready() || query.step() != SQLITE_ROW) state_->fail();
    return query.integer(0);
}

std::uint64_t Index::log_bytes() const {
    Statement query(state_->db, "SELECT offset + length FROM entry ORDER BY number DESC LIMIT 1");
    if (!query.ready()) state_->fail();
    return query.step() == SQLITE_ROW ? static_cast<std::uint64_t>(query.integer(0)) : 0;
}

void Index::add(std::span<const Entry> entries, std::span<const IndexRow> rows) {
    state_->run("BEGIN IMMEDIATE");
    Statement entry(state_->db, "INSERT INTO entry(number, offset, length, kind, name, key) VALUES(?,?,?,?,?,?)");
    Statement label(state_->db, "INSERT INTO label(number, name, value) VALUES(?,?,?)");
    bool sound = entry.ready() && label.ready();
    for (std::size_t i = 0; sound && i < entries.size(); ++i) {
        const Entry& e = entries[i];
        entry.bind(1, rows[i].number).bind(2, static_cast<std::int64_t>(rows[i].offset));
        entry.bind(3, static_cast<std::int64_t>(rows[i].length)).bind(4, e.kind).bind(5, e.name).bind(6, e.key);
        sound = entry.step() == SQLITE_DONE;
        entry.reset();
        for (const auto& [name, value] : e.labels) {
            label.bind(1, e.number).bind(2, name).bind(3, value);
            sound = sound && label.step() == SQLITE_DONE;
            label.reset();
        }
    }
    if (!sound) {
        const Error reason(ErrorCode::damaged_archive, std::string("the index: ") + sqlite3_errmsg(state_->db),
                           {state_->path, 0, 0, {}});
        sqlite3_exec(state_->db, "ROLLBACK", nullptr, nullptr, nullptr);
        throw reason;
    }
    state_->run("COMMIT");
}

std::optional<IndexRow> Index::by_number(std::int64_t number) const {
    Statement query(state_->db, "SELECT number, offset, length FROM entry WHERE number = ?");
    if (!query.ready()) state_->fail();
    query.bind(1, number);
    if (query.step() != SQLITE_ROW) return std::nullopt;
    return query.row();
}

std::optional<IndexRow> Index::by_key(const std::string& key) const {
    Statement query(state_->db, "SELECT number, offset, length FROM entry WHERE key = ? AND key <> ''");
    if (!query.ready()) state_->fail();
    query.bind(1, key);
    if (query.step() != SQLITE_ROW) return std::nullopt;
    return query.row();
}

std::vector<IndexRow> Index::find(const Query& wanted) const {
    std::string sql = "SELECT number, offset, length FROM entry WHERE 1";
    std::vector<std::string> values;
    const auto also = [&](const std::string& condition, const std::string& value) {
        sql += " AND " + condition;
        values.push_back(value);
    };
    if (!wanted.kind.empty()) also("kind = ?", wanted.kind);
    if (!wanted.name_contains.empty()) also("instr(name, ?) > 0", wanted.name_contains);
    if (!wanted.label_name.empty()) {
        also("number IN (SELECT number FROM label WHERE name = ? AND value = ?)", wanted.label_name);
        values.push_back(wanted.label_value);
    }
    Statement query(state_->db, sql + " ORDER BY number");
    if (!query.ready()) state_->fail();
    for (std::size_t i = 0; i < values.size(); ++i) query.bind(static_cast<int>(i) + 1, values[i]);
    std::vector<IndexRow> rows;
    int result = query.step();
    for (; result == SQLITE_ROW; result = query.step()) rows.push_back(query.row());
    if (result != SQLITE_DONE) state_->fail();
    return rows;
}

std::vector<std::string> Index::integrity_faults() const {
    std::vector<std::string> faults;
    Statement query(state_->db, "PRAGMA integrity_check(20)");
    if (!query.ready()) return {sqlite3_errmsg(state_->db)};
    int result = query.step();
    for (; result == SQLITE_ROW; result = query.step()) {
        if (query.text(0) != "ok") faults.push_back(query.text(0));
    }
    if (result != SQLITE_DONE) faults.emplace_back(sqlite3_errmsg(state_->db));
    return faults;
}

}  // namespace irikteu::archive
