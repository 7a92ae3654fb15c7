#include "sample.hpp"
#include "support/folders.hpp"

namespace irikteu::compose::testing {

namespace {

const base::RealDisk disk;
const std::string folder = support::source_path("/tests/compose/");

}  // namespace

const Composer& composer() {
    static const act::Act act = act::Act::load(disk, support::source_path("/templates"), "kz-535-2015");
    static const Composer composer(disk, act);
    return composer;
}

std::vector<std::string> samples() {
    std::vector<std::string> names;
    for (const auto& entry : disk.list(folder + "data")) {
        if (entry.kind == base::DirectoryEntry::Kind::file) names.push_back(entry.name.substr(0, entry.name.size() - 4));
    }
    return names;
}

std::string kind_of(const std::string& sample) { return sample.substr(0, sample.rfind('-')); }

xml::Document data_of(const std::string& sample) {
    return xml::Document::parse(file("data/" + sample + ".xml"), sample + ".xml");
}

xml::Document composed(const std::string& sample) { return composer().compose(kind_of(sample), data_of(sample)); }

std::string file(const std::string& path) { return disk.read(folder + path, 16u << 20); }

}  // namespace irikteu::compose::testing
