#include "checks/rule_proofs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.hpp"
#include "checks/checker.hpp"
#include "checks/rule_files.hpp"
#include "support/folders.hpp"

namespace irikteu::checks {
namespace {

const std::string kAct = "kz-535-2015";
const std::string kFaulty = "share/templates/kz-535-2015/rules/stage-1/form.sch";

void copy(const std::string& from, const std::string& to, base::MemoryDisk& into) {
    for (const base::DirectoryEntry& each : base::RealDisk().list(from)) {
        if (each.kind == base::DirectoryEntry::Kind::folder) copy(from + "/" + each.name, to + "/" + each.name, into);
        else into.write(to + "/" + each.name, base::RealDisk().read(from + "/" + each.name, 1u << 24));
    }
}

/// Our templates as they would be installed, and checks by them as a program begins them.
struct Installed {
    Installed() {
        for (const std::string folder : {"/kz-535-2015", "/schema", "/calendar"}) copy(support::source_path("/templates") + folder, "share/templates" + folder, disk);
    }
    act::Act act() const { return act::Act::load(disk, "share/templates", kAct); }
    void prove() { disk.write("share/proven-rules.txt", prove_rules(disk, act())); }
    void edit(const std::string& path, const std::string& from, const std::string& to) {
        std::string text = disk.read(path, 1u << 24);
        const std::size_t at = text.find(from);
        ASSERT_NE(at, std::string::npos);
        disk.write(path, text.replace(at, from.size(), to));
    }
    std::string report_of(const std::string& dossier) const {
        const act::Act read = act();
        auto files = std::make_unique<RuleFiles>(disk, "share/templates", kAct);
        files->parse("1");
        const Checker checker(std::move(files), rule_book(read));
        return checker.check(xml::Document::parse(dossier, "dossier.xml")).serialize();
    }
    base::MemoryDisk disk;
};

std::string dossier() { return base::RealDisk().read(support::source_path("/tests/checks/data/conforming.xml"), 1u << 24); }

/// Most of its assertions fail, and say so.
std::string faulty_dossier() {
    std::string text = dossier();
    for (const char* end : {"</cluster_name>", "</applicant_name>", "</date>", "</bin>"})
        for (std::size_t at = text.find(end); at != std::string::npos; at = text.find(end, at + 3)) text.insert(at, "?2");
    return text;
}

TEST(RuleProofs, are_given_for_all_rules_of_ours) {
    Installed ours;
    ours.prove();
    const std::string proofs = ours.disk.read("share/proven-rules.txt", 1u << 20);
    const act::Act act = ours.act();
    const RuleBook book = rule_book(act);
    const Checker checker(ours.disk, book);
    for (const std::string stage : {"1", "2", "competition"})
        EXPECT_TRUE(is_proven(proofs, proof_of(checker.rules_digest(stage), book.functions))) << stage << "\n" << proofs;
}

TEST(RuleProofs, hold_for_the_functions_that_they_were_made_with) {
    xml::FunctionLibrary one, other;
    one.add("urn:f", "a", {});
    other.add("urn:fa", "", {});
    const std::string proof = proof_of("aa", one);
    EXPECT_EQ(proof_of("aa", one), proof);
    EXPECT_NE(proof_of("aa", other), proof);
    EXPECT_NE(proof_of("ab", one), proof);
    other = one;
    other.add("urn:f", "b", {});
    EXPECT_NE(proof_of("aa", other), proof);
}

TEST(RuleProofs, change_no_report) {
    Installed ours;
    const std::string plain = ours.report_of(dossier()), faulty = ours.report_of(faulty_dossier());
    EXPECT_THAT(faulty, testing::HasSubstr("<finding"));
    ours.prove();
    EXPECT_EQ(ours.report_of(dossier()), plain);
    EXPECT_EQ(ours.report_of(faulty_dossier()), faulty);
}

TEST(RuleProofs, do_not_hold_for_rules_that_were_changed_since) {
    Installed ours;
    ours.prove();
    ours.edit(kFaulty, "<diagnostic ", "<diagnostic><value-of select=\"$unknown\"/></diagnostic><diagnostic ");
    EXPECT_THROW(ours.report_of(dossier()), base::Error);
}

TEST(RuleProofs, are_not_given_for_rules_with_a_fault) {
    Installed ours;
    ours.edit(kFaulty, "<diagnostic ", "<diagnostic id=\"wrong\"><value-of select=\"1 +\"/></diagnostic><diagnostic ");
    ours.edit(kFaulty, "diagnostics=\"", "diagnostics=\"wrong ");
    ours.prove();
    EXPECT_THAT(ours.disk.read("share/proven-rules.txt", 1u << 20), testing::Not(testing::HasSubstr(" 1\n")));
    EXPECT_THROW(ours.report_of(dossier()), base::Error);
}

TEST(RuleProofs, are_whole_digests_at_the_beginning_of_a_line) {
    EXPECT_TRUE(is_proven("aa act 1\nbb act 2\n", "bb"));
    EXPECT_FALSE(is_proven("aa act 1\nabb act 2\n", "bb"));
    EXPECT_FALSE(is_proven("aa act 1\nbbc act 2\n", "bb"));
    EXPECT_FALSE(is_proven("", "bb"));
    EXPECT_EQ(proofs_path("/usr/share/irikteu/templates/"), "/usr/share/irikteu/proven-rules.txt");
    EXPECT_EQ(proofs_path("templates"), "");
}

}  // namespace
}  // namespace irikteu::checks
