import Foundation
import SessionSafety
import Testing

/// What is too large is an error with the limit's name, and not the end of the process.
struct MemoryBudgetTests {
    @Test func moreThanTheMachineHasIsRefused() throws {
        try MemoryBudget.check(bytes: 1000)
        let shortage = #expect(throws: MemoryShortage.self) { try MemoryBudget.check(bytes: 1 << 50) }
        #expect(shortage?.bytes == 1 << 50)
        #expect(throws: MemoryShortage.self) { try MemoryBudget.check(Int.max, of: 8) }
        #expect(throws: MemoryShortage.self) { try MemoryBudget.check(bytes: -1) }
        try MemoryBudget.check(bytes: 1000)
    }

    @Test func whatIsKeptForLaterIsGivenBackBeforeARefusal() async {
        await #expect(processExitsWith: .success) {
            nonisolated(unsafe) var timesAsked = 0
            MemoryBudget.beforeRefusing { timesAsked += 1 }
            try MemoryBudget.check(bytes: 1000)
            #expect(timesAsked == 0)
            #expect(throws: MemoryShortage.self) { try MemoryBudget.check(bytes: 1 << 50) }
            #expect(timesAsked == 1)
        }
    }

    #if os(Linux)
        @Test func theLimitOnTheAddressSpaceIsNamed() async {
            await #expect(processExitsWith: .success) {
                let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
                let used = try #require(pages.first.flatMap { Int($0) }) * Int(sysconf(Int32(_SC_PAGESIZE)))
                let bound = used + (300 << 20)
                var limit = rlimit(rlim_cur: UInt(bound), rlim_max: UInt(bound))
                try #require(setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0)
                try MemoryBudget.check(bytes: 100 << 20)
                let shortage = #expect(throws: MemoryShortage.self) { try MemoryBudget.check(bytes: 400 << 20) }
                #expect(shortage?.limit == .addressSpace(bound))
                #expect(((200 << 20)...(300 << 20)).contains(shortage?.available ?? 0))
                #expect(shortage?.description.contains("ulimit -v") ?? false)
            }
        }
    #endif
}
