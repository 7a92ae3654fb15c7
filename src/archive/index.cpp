#include "archive/index.hpp"

#include "archive/checked_vfs.hpp"
#include "archive/sqlite.hpp"
#include "archive/words.hpp"
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
        if (sqlite3_extended_errcode(db) == SQLITE_IOERR_DATA) {
            throw Error(ErrorCode::damaged_archive, "is damaged: a page's check sum is wrong; run archive rebuild-index", {path, 0, 0, {}});
        }
        const bool full = code == SQLITE_FULL || code == SQLITE_IOERR || code == SQLITE_READONLY || code == SQLITE_CANTOPEN || code == SQLITE_BUSY;
        throw Error(full ? ErrorCode::environment : ErrorCode::damaged_archive,
                    std::string("the index: ") + sqlite3_errmsg(db), {path, 0, 0, {}});
    }
    void run(const char* sql) const {
        if (sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
    }
};

namespace {

IndexRow row_of(Statement& query) {
    return {query.integer(0), static_cast<std::uint64_t>(query.integer(1)), static_cast<std::uint64_t>(query.integer(2))};
}

constexpr int kApplicationId = 0x69726B32;  // "irk2"
constexpr int kMostWaiting = 30'000;        // milliseconds, for another process's transaction

constexpr const char* kTables =
    "PRAGMA application_id = 1769106226;"
    "CREATE TABLE state(entries INTEGER NOT NULL, bytes INTEGER NOT NULL, root TEXT NOT NULL);"
    "INSERT INTO state VALUES(0, 0, '');"
    "CREATE TABLE entry(number INTEGER PRIMARY KEY, offset INTEGER NOT NULL, length INTEGER NOT NULL, kind TEXT NOT NULL,"
    " name TEXT NOT NULL, key TEXT NOT NULL, day TEXT NOT NULL, series TEXT NOT NULL, registered INTEGER NOT NULL);"
    "CREATE UNIQUE INDEX entry_key ON entry(key) WHERE key <> '';"
    "CREATE INDEX entry_day ON entry(day);"
    "CREATE UNIQUE INDEX entry_registered ON entry(series, registered) WHERE registered > 0;"
    "CREATE TABLE label(name TEXT NOT NULL, value TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY(name, value, number)) WITHOUT ROWID;"
    "CREATE TABLE link(target INTEGER NOT NULL, relation TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY(target, relation, number)) WITHOUT ROWID;"
    "CREATE VIRTUAL TABLE texts USING fts5(words, applicant, content='', columnsize=0, detail=column, tokenize='unicode61 remove_diacritics 0');";

/// Archives of before have these from the next write on; without them what they are for is found all the same, only slowly.
/// A dossier's number stands behind its competition's: "2015-1/003" bears 003.
constexpr const char* kLaterIndexes =
    "CREATE INDEX IF NOT EXISTS entry_name ON entry(name);"
    "CREATE INDEX IF NOT EXISTS label_number ON label(substr(value, instr(value, '/') + 1)) WHERE name = 'Number';";

std::string day_of(const Entry& entry) { return entry.time.substr(0, 10); }

}  // namespace

Index::Index(const std::string& path, Access access) : state_(std::make_unique<State>()) {
    state_->path = path;
    // For reading too, as far as the file's permissions allow it: what a killed writer left in the journal has to be rolled back first.
    const int flags = SQLITE_OPEN_READWRITE | (access == Access::write ? SQLITE_OPEN_CREATE : 0);
    if (sqlite3_open_v2(path.c_str(), &state_->db, flags, checked_vfs()) != SQLITE_OK) state_->fail();
    sqlite3_busy_timeout(state_->db, kMostWaiting);
    state_->run(access == Access::write ? "PRAGMA cache_size = -49152" : "PRAGMA cache_size = -8192");  // KiB: keys come in no order
    int reserved = kIndexSumBytes;
    sqlite3_file_control(state_->db, nullptr, SQLITE_FCNTL_RESERVE_BYTES, &reserved);
    Statement id(state_->db, "PRAGMA application_id");
    if (!id.ready() || id.step() != SQLITE_ROW) state_->fail();
    const std::int64_t found = id.integer(0);
    id.reset();
    if (found != 0 && found != kApplicationId) throw Error(ErrorCode::damaged_archive, "is not an index of this archive", {path, 0, 0, {}});
    if (found == 0) {
        if (access == Access::read) throw Error(ErrorCode::damaged_archive, "is not an index of this archive", {path, 0, 0, {}});
        state_->run("PRAGMA page_size = 4096; BEGIN IMMEDIATE");
        state_->run(kTables);
        state_->run(kLaterIndexes);
        state_->run("COMMIT");
    } else if (access == Access::write) {
        state_->run(kLaterIndexes);
    }
}

Index::~Index() = default;
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;

IndexState Index::state() const {
    Statement query(state_->db, "SELECT entries, bytes, root FROM state");
    if (!query.ready() || query.step() != SQLITE_ROW) state_->fail();
    return {query.integer(0), static_cast<std::uint64_t>(query.integer(1)), query.text(2)};
}

void Index::add(std::span<const Entry> entries, std::span<const IndexRow> rows, const IndexState& after) {
    state_->run("BEGIN IMMEDIATE");
    try {
        insert(entries, rows, after);
        state_->run("COMMIT");
    } catch (...) {
        sqlite3_exec(state_->db, "ROLLBACK", nullptr, nullptr, nullptr);
        throw;
    }
}

void Index::insert(std::span<const Entry> entries, std::span<const IndexRow> rows, const IndexState& after) {
    Statement entry(state_->db, "INSERT INTO entry(number, offset, length, kind, name, key, day, series, registered) VALUES(?,?,?,?,?,?,?,?,?)");
    Statement label(state_->db, "INSERT OR IGNORE INTO label(name, value, number) VALUES(?,?,?)");
    Statement link(state_->db, "INSERT OR IGNORE INTO link(target, relation, number) VALUES(?,?,?)");
    Statement words(state_->db, "INSERT INTO texts(rowid, words, applicant) VALUES(?,?,?)");
    Statement state(state_->db, "UPDATE state SET entries = ?, bytes = ?, root = ?");
    if (!entry.ready() || !label.ready() || !link.ready() || !words.ready() || !state.ready()) state_->fail();
    const auto done = [this](Statement& statement) {
        const int result = statement.step();
        if (result != SQLITE_DONE) state_->fail();
        statement.reset();
    };
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Entry& e = entries[i];
        entry.bind(1, rows[i].number).bind(2, static_cast<std::int64_t>(rows[i].offset)).bind(3, static_cast<std::int64_t>(rows[i].length));
        entry.bind(4, e.kind).bind(5, e.name).bind(6, e.key).bind(7, day_of(e)).bind(8, e.series()).bind(9, e.registered());
        done(entry);
        std::string text = indexed_text(e.name);
        for (const auto& [name, value] : e.labels) {
            if (is_provenance(name)) continue;
            text += indexed_text(value);
            done(label.bind(1, name).bind(2, value).bind(3, e.number));
        }
        for (const Link& one : e.links()) done(link.bind(1, one.target).bind(2, one.relation).bind(3, e.number));
        done(words.bind(1, e.number).bind(2, text).bind(3, indexed_text(e.label("Applicant"))));
    }
    done(state.bind(1, after.entries).bind(2, static_cast<std::int64_t>(after.bytes)).bind(3, after.root));
}

std::optional<IndexRow> Index::by_number(std::int64_t number) const {
    Statement query(state_->db, "SELECT number, offset, length FROM entry WHERE number = ?");
    if (!query.ready()) state_->fail();
    return one_row(query.bind(1, number));
}

std::optional<std::string> Index::name_of(std::int64_t number) const {
    Statement query(state_->db, "SELECT name FROM entry WHERE number = ?");
    if (!query.ready()) state_->fail();
    const int result = query.bind(1, number).step();
    if (result == SQLITE_ROW) return query.text(0);
    if (result != SQLITE_DONE) state_->fail();
    return std::nullopt;
}

std::optional<IndexRow> Index::by_key(const std::string& key) const {
    Statement query(state_->db, "SELECT number, offset, length FROM entry WHERE key = ? AND key <> ''");
    if (!query.ready()) state_->fail();
    return one_row(query.bind(1, key));
}

std::optional<IndexRow> Index::last_named(const std::string& kind, const std::string& name, const std::string& label_name, const std::string& label_value) const {
    std::string sql = "SELECT number, offset, length FROM entry WHERE name = ? AND kind = ?";
    if (!label_name.empty()) sql += " AND EXISTS (SELECT 1 FROM label WHERE label.name = ? AND label.value = ? AND label.number = entry.number)";
    Statement query(state_->db, sql + " ORDER BY number DESC LIMIT 1");
    if (!query.ready()) state_->fail();
    query.bind(1, name).bind(2, kind);
    if (!label_name.empty()) query.bind(3, label_name).bind(4, label_value);
    return one_row(query);
}

std::optional<IndexRow> Index::one_row(Statement& query) const {
    const int result = query.step();
    if (result == SQLITE_ROW) return row_of(query);
    if (result != SQLITE_DONE) state_->fail();
    return std::nullopt;
}

std::int64_t Index::last_registered(const std::string& series) const {
    Statement query(state_->db, "SELECT registered FROM entry WHERE series = ? AND registered > 0 ORDER BY registered DESC LIMIT 1");
    if (!query.ready()) state_->fail();
    const int result = query.bind(1, series).step();
    if (result == SQLITE_ROW) return query.integer(0);
    if (result != SQLITE_DONE) state_->fail();
    return 0;
}

std::vector<LinkRow> Index::links_to(std::int64_t number) const {
    Statement query(state_->db, "SELECT relation, number FROM link WHERE target = ? ORDER BY number, relation");
    if (!query.ready()) state_->fail();
    query.bind(1, number);
    std::vector<LinkRow> links;
    int result = query.step();
    for (; result == SQLITE_ROW; result = query.step()) links.push_back({query.text(0), query.integer(1)});
    if (result != SQLITE_DONE) state_->fail();
    return links;
}

std::vector<IndexRow> Index::find(const Query& wanted, std::size_t most) const {
    std::string sql = "SELECT number, offset, length FROM entry WHERE 1";
    std::vector<std::string> values;
    const auto also = [&](const std::string& condition, const std::string& value) {
        sql += " AND " + condition;
        values.push_back(value);
    };
    if (!wanted.kind.empty()) also("kind = ?", wanted.kind);
    if (!wanted.name_contains.empty()) also("instr(name, ?) > 0", wanted.name_contains);
    if (!wanted.from.empty()) also("day >= ?", wanted.from);
    if (!wanted.to.empty()) also("day <= ?", wanted.to);
    if (!wanted.series.empty()) also("series = ?", wanted.series);
    if (wanted.registered > 0) sql += " AND registered > 0 AND registered = " + std::to_string(wanted.registered);
    if (!wanted.label_name.empty()) {
        also("number IN (SELECT number FROM label WHERE name = ? AND value = ?)", wanted.label_name);
        values.push_back(wanted.label_value);
    }
    if (!wanted.document_number.empty()) {
        // SERIES/7 or 7 is also what the archive itself registered under that number.
        const std::size_t slash = wanted.document_number.rfind('/');
        const std::string series = wanted.document_number.substr(0, slash == std::string::npos ? 0 : slash);
        const std::string digits = wanted.document_number.substr(slash == std::string::npos ? 0 : slash + 1);
        const bool is_number = !digits.empty() && digits.size() <= 18 && digits.find_first_not_of("0123456789") == std::string::npos;
        std::string registered;
        if (is_number) registered = " UNION ALL SELECT number FROM entry WHERE registered > 0 AND registered = " + std::to_string(std::stoll(digits));
        if (is_number && !series.empty()) registered += " AND series = ?";
        also("number IN (SELECT number FROM label WHERE name = 'Number' AND substr(value, instr(value, '/') + 1) = ?"
             " UNION ALL SELECT number FROM label WHERE name IN ('Number', 'Registered') AND value = ?" + registered + ")", wanted.document_number);
        values.push_back(wanted.document_number);
        if (is_number && !series.empty()) values.push_back(series);
    }
    if (wanted.standing) sql += " AND NOT EXISTS (SELECT 1 FROM link WHERE target = entry.number AND relation = 'Corrects')";
    const auto search = [&](const std::string& text, const char* column) {
        if (text.empty()) return;
        const std::string expression = search_expression(text, column);
        if (expression.empty()) sql += " AND 0";  // nothing but punctuation is asked for
        else also("number IN (SELECT rowid FROM texts WHERE texts MATCH ?)", expression);
    };
    search(wanted.text, "");
    search(wanted.applicant, "applicant");
    sql += " ORDER BY number";
    if (most > 0) sql += " LIMIT " + std::to_string(most);
    Statement query(state_->db, sql);
    if (!query.ready()) state_->fail();
    for (std::size_t i = 0; i < values.size(); ++i) query.bind(static_cast<int>(i) + 1, values[i]);
    std::vector<IndexRow> rows;
    int result = query.step();
    for (; result == SQLITE_ROW; result = query.step()) rows.push_back(row_of(query));
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

struct Index::Walk::Rows {
    const Index::State& state;
    Statement query;
    int result = SQLITE_ROW;
};

Index::Walk::Walk(const Index& index)
    : rows_(new Rows{*index.state_, {index.state_->db, "SELECT number, offset, length, kind, name, key, day, series, registered FROM entry ORDER BY number"}, SQLITE_ROW}) {
    if (!rows_->query.ready()) rows_->state.fail();
}
Index::Walk::~Walk() = default;

void Index::Walk::skip() {
    if (ended()) return;
    rows_->result = rows_->query.step();
    if (rows_->result != SQLITE_ROW && !ended()) rows_->state.fail();
}
bool Index::Walk::matches(const Entry& entry, const IndexRow& row) {
    skip();
    if (ended()) return false;
    Statement& query = rows_->query;
    return row_of(query) == row && query.text(3) == entry.kind && query.text(4) == entry.name && query.text(5) == entry.key &&
           query.text(6) == day_of(entry) && query.text(7) == entry.series() && query.integer(8) == entry.registered();
}

bool Index::Walk::ended() { return rows_->result == SQLITE_DONE; }

}  // namespace irikteu::archive
