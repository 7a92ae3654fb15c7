#include "checks/inspection.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/faults.hpp"
#include "checks/checker.hpp"

namespace irikteu::checks {

namespace {

constexpr std::uint64_t kMaxFileBytes = 32u << 20;

class Faults {
  public:
    /// What `look` throws, unless a part that was looked at before threw the same.
    template <class Look>
    void collect(const Look& look) {
        try {
            look();
        } catch (const base::Error& error) {
            for (const base::Error& one : base::all_of(error)) {
                const bool known = std::any_of(faults_.begin(), faults_.end(), [&](const base::Error& each) { return std::string_view(each.what()) == one.what(); });
                if (!known) faults_.push_back(one);
            }
        }
    }
    std::vector<base::Error> take() { return std::move(faults_); }

  private:
    std::vector<base::Error> faults_;
};

void parse_rules(const base::Disk& disk, const std::string& folder, Faults& faults) {
    if (!disk.is_folder(folder)) return;
    for (const base::DirectoryEntry& entry : disk.list(folder)) {
        const std::string path = base::join_path(folder, entry.name);
        if (entry.kind == base::DirectoryEntry::Kind::folder) parse_rules(disk, path, faults);
        else if (entry.name.ends_with(".sch")) faults.collect([&] { xml::Document::parse(disk.read(path, kMaxFileBytes), path); });
    }
}

}  // namespace

std::vector<base::Error> inspect_rules(const base::Disk& disk, const act::Act& act) {
    Faults faults;
    const std::string schemas = base::join_path(act.templates_folder(), "schema");
    faults.collect([&] {
        for (const base::DirectoryEntry& entry : disk.list(schemas)) {
            if (entry.name.ends_with(".xsd")) faults.collect([&] { xml::Schema::load(disk, base::join_path(schemas, entry.name)); });
        }
    });
    parse_rules(disk, base::join_path(act.folder(), "rules"), faults);
    faults.collect([&] {
        const Checker checker(disk, rule_book(act));
        for (const char* stage : {"1", "2", "competition"}) faults.collect([&] { checker.rules(stage); });
        for (const std::string& language : MessageBook::languages()) faults.collect([&] { checker.messages(language); });
    });
    return faults.take();
}

}  // namespace irikteu::checks
